-- Every indicator of the reports that count, with its latest name and KF's goal, and how many units and years have it.
WITH RECURSIVE rows AS (
    SELECT o.document, o.unit, o.year, o.kind, o.indicator, o.name, o.goal, o.measure_unit, o.number, d.period_order
    FROM outcomes o
    JOIN current_documents d ON d.id = o.document
),
lineage AS (
    SELECT g.document, g.number AS start, g.number, g.parent, g.level, g.code, g.title
    FROM goals g
    JOIN (SELECT DISTINCT document, goal FROM rows) r ON r.document = g.document AND r.goal = g.number
    UNION ALL
    SELECT l.document, l.start, p.number, p.parent, p.level, p.code, p.title
    FROM lineage l
    JOIN goals p ON p.document = l.document AND p.number = l.parent AND p.number < l.number
),
areas AS (
    SELECT document, start, max(code) AS code, max(title) AS title
    FROM lineage
    WHERE level = 'verksamhetsområdesmål'
    GROUP BY document, start
)
SELECT r.indicator,
       arg_max(r.name, (r.year, r.period_order)) AS name,
       arg_max(r.measure_unit, (r.year, r.period_order)) AS measure_unit,
       arg_max(a.code, (r.year, r.period_order)) AS area_code,
       arg_max(a.title, (r.year, r.period_order)) AS area_title,
       max(r.year) FILTER (a.start IS NOT NULL) AS area_year,
       count(DISTINCT r.unit)::INTEGER AS unit_count,
       count(DISTINCT r.document)::INTEGER AS document_count,
       array_agg(DISTINCT r.year ORDER BY r.year) AS years
FROM rows r
LEFT JOIN areas a ON a.document = r.document AND a.start = r.goal
GROUP BY r.indicator
ORDER BY r.indicator
