-- The words of one report's sections; $sections are their numbers.
SELECT section::INTEGER AS section, heading, body, starts
FROM sections
WHERE document = $document AND list_contains($sections::INTEGER[], section)
ORDER BY section
