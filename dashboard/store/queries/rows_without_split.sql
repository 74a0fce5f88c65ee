-- Indicator rows with an outcome but not both sexes, in the reports that count for $year and $kind; not those whose
-- sexes are kept back because a group is small.
SELECT o.document, o.unit, d.unit_name, o.indicator, o.name, o.number, o.place_line,
       o.women IS NOT NULL OR o.men IS NOT NULL AS half
FROM outcomes o
JOIN current_documents d ON d.id = o.document
WHERE o.year = $year AND o.kind = $kind AND o.outcome IS NOT NULL AND NOT o.split_hidden
  AND (o.women IS NULL OR o.men IS NULL)
ORDER BY o.unit, o.number
