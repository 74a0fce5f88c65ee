-- Every name that reports which count print for their unit, with its id and the first and last year it stands there.
select
    unit as id,
    unit_name as name,
    min(year) as first_year,
    max(year) as last_year,
    array_agg(document order by document) as documents
from current_documents
group by unit, unit_name
order by first_year, name
