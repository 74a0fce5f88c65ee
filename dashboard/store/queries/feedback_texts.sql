-- The units' comments on rows of feedback in the documents of the list $documents, in reading order.
SELECT document, number, heading, body
FROM texts
WHERE list_contains($documents::VARCHAR[], document) AND "of" = 'feedback'
ORDER BY document, number
