-- What $documents say under the heading 'Agenda 2030', and in which other sections they name it.
SELECT document, section::INTEGER AS section, heading, above, body, starts, place_line, place_page
FROM sections
WHERE list_contains($documents::VARCHAR[], document)
  AND ('Agenda 2030' IN (heading, above) OR contains(body, 'Agenda 2030') OR contains(body, 'agenda 2030'))
ORDER BY document, section
