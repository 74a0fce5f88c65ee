-- The documents that count, in the order of their units and of time.
select * from current_documents order by unit, year, period_order
