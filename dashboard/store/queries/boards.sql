-- The boards with how many units and documents each has, and the years they tell of.
select
    board,
    count(distinct unit) as unit_count,
    count(*) as document_count,
    array_agg(distinct year order by year) as years
from current_documents
where board is not null
group by board
order by board
