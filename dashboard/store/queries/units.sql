-- The units, each with the name and board of its latest report and the reports it has, oldest first.
select
    unit,
    arg_max(unit_name, (year, period_order)) as unit_name,
    arg_max(board, (year, period_order)) as board,
    array_agg(distinct year order by year) as years,
    array_agg(kind || ' ' || year order by year, period_order) as periods,
    array_agg(document order by year, period_order) as documents,
    bool_or(sample) as sample
from current_documents
group by unit
order by unit
