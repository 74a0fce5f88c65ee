-- The unit's own words for opened rows of one report: $goals, $outcomes and $activities are numbers in it.
SELECT "of", number, heading, body, place_line, place_page
FROM texts
WHERE document = $document
  AND ("of" = 'goal' AND list_contains($goals::INTEGER[], number)
    OR "of" = 'outcome' AND list_contains($outcomes::INTEGER[], number)
    OR "of" = 'activity' AND list_contains($activities::INTEGER[], number))
ORDER BY place_line, number
