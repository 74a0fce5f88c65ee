-- Every name that reports which count print for an indicator, with its id and the first and last year it stands there.
select
    outcomes.indicator as id,
    outcomes.name,
    min(outcomes.year) as first_year,
    max(outcomes.year) as last_year,
    array_agg(distinct outcomes.document order by outcomes.document) as documents
from outcomes
join current_documents using (document)
group by outcomes.indicator, outcomes.name
order by first_year, outcomes.name
