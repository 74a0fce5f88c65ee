-- Every indicator of the reports that count, with its latest name and KF's goal, and how many units and years have it.
WITH rows AS (
    SELECT o.document, o.unit, o.year, o.kind, o.indicator, o.name, o.goal, o.measure_unit, o.number, d.period_order
    FROM outcomes o
    JOIN current_documents d ON d.id = o.document
)
SELECT r.indicator,
       arg_max(r.name, (r.year, r.period_order)) AS name,
       arg_max(r.measure_unit, (r.year, r.period_order)) AS measure_unit,
       arg_max(a.area_code, (r.year, r.period_order)) AS area_code,
       arg_max(a.area_title, (r.year, r.period_order)) AS area_title,
       max(r.year) FILTER (coalesce(a.area_title, a.area_code) IS NOT NULL) AS area_year,
       count(DISTINCT r.unit)::INTEGER AS unit_count,
       count(DISTINCT r.document)::INTEGER AS document_count,
       array_agg(DISTINCT r.year ORDER BY r.year) AS years
FROM rows r
LEFT JOIN goal_paths((SELECT list(DISTINCT document) FROM rows)) a ON a.document = r.document AND a.start = r.goal
GROUP BY r.indicator
ORDER BY r.indicator
