-- Where some reports' sections are shown on the unit's page: `section` is the part, `first` the row that opens it.
SELECT document, heading, place_line, place_page, section::INTEGER AS section,
       min(section) OVER (PARTITION BY document, coalesce(above, heading))::INTEGER AS first
FROM sections
WHERE document IN (SELECT unnest($documents))
ORDER BY document, section
