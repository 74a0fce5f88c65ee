-- Synpunkter och klagomål of one report, in the order of the printed table.
SELECT number, "group", category, t1, t2, vb, total, has_comment, place_line, place_page
FROM feedback
WHERE document = $document
ORDER BY number
