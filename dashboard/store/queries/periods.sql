-- Which years and periods there are reports for, newest first; $board null means all boards.
select year, kind, period_order, count(*) as document_count, array_agg(unit order by unit) as units
from current_documents
where $board is null or board = $board
group by year, kind, period_order
order by year desc, period_order desc
