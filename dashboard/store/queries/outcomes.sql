-- Indicator rows that count, with the facts of their documents; every parameter is a list, or null for all.
select
    outcomes.*,
    facts.unit_name,
    facts.board,
    facts.date,
    facts.file,
    facts.sample,
    facts.period_order
from outcomes
join current_documents as facts using (document)
where
    ($units is null or list_contains(cast($units as varchar[]), outcomes.unit))
    and ($indicators is null or list_contains(cast($indicators as varchar[]), outcomes.indicator))
    and ($years is null or list_contains(cast($years as integer[]), outcomes.year))
    and ($kinds is null or list_contains(cast($kinds as varchar[]), outcomes.kind))
    and ($boards is null or list_contains(cast($boards as varchar[]), facts.board))
order by outcomes.unit, outcomes.year, facts.period_order, outcomes.number
