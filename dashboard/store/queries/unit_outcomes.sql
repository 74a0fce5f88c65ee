-- The indicator rows of one unit's report that counts, in reading order.
select outcomes.*
from outcomes
join current_documents as facts using (document)
where outcomes.unit = $unit and outcomes.year = $year and outcomes.kind = $kind
order by outcomes.number
