-- The running text of one report in reading order: its sections, numbered as in addresses, and
-- what its goals say but for what was expected of them.
SELECT "of", coalesce(number, row_number() OVER (PARTITION BY "of" ORDER BY
           place_page NULLS FIRST, place_line NULLS FIRST, place_box[2] NULLS FIRST, heading) - 1)::INTEGER AS number,
       heading, body, starts, place_line, place_page
FROM texts
WHERE document = $document
  AND ("of" = 'document' OR "of" = 'goal' AND NOT starts_with(heading, 'Förvänta') AND heading <> 'Beskrivning')
ORDER BY place_page NULLS FIRST, place_line NULLS FIRST, place_box[2] NULLS FIRST
