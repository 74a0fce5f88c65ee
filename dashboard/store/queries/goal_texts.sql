-- The units' own words on goals; $goals is a list of 'document number', so that a few goals of many reports are one
-- question.
select document, number, heading, body
from texts
where
    "of" = 'goal'
    and list_contains(cast($documents as varchar[]), document)
    and list_contains(cast($goals as varchar[]), document || ' ' || number)
order by document, number, place_page, place_line
