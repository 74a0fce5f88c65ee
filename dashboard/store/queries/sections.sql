-- The headings of one report's sections in reading order, without their words.
SELECT section::INTEGER AS section, heading, above, place_line, place_page, place_box
FROM sections
WHERE document = $document
ORDER BY section
