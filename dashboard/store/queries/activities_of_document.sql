-- The activities of one report in reading order, with KF's goal that they serve.
WITH RECURSIVE lineage AS (
    SELECT number AS start, number, parent, level, code
    FROM goals
    WHERE document = $document
    UNION ALL
    SELECT l.start, p.number, p.parent, p.level, p.code
    FROM lineage l
    JOIN goals p ON p.document = $document AND p.number = l.parent AND p.number < l.number
)
SELECT a.number, a.goal, a.title, a.start, a."end", a.deviation, a.check_mark, a.has_analysis,
       a.place_line, a.place_page, l.code AS area_code
FROM activities a
LEFT JOIN lineage l ON l.start = a.goal AND l.level = 'verksamhetsområdesmål'
WHERE a.document = $document
ORDER BY a.number
