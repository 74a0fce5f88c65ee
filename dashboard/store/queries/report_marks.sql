-- Every current report with a number that differs where what its changes are told of differs: its goals' titles and
-- statuses, its rows' figures, targets and statuses. Two states of the store are compared by these alone.
with parts as (
    select document, bit_xor(hash(number, indicator, raw_outcome, raw_previous, raw_target, status, status_text)) as mark
    from outcomes
    group by document
    union all
    select document, bit_xor(hash(number, title, status))
    from goals
    group by document
),
marks as (
    select document, cast(bit_xor(mark) as varchar) as mark from parts group by document
)
select d.*, coalesce(m.mark, '') as mark
from current_documents d
left join marks m using (document)
order by d.unit, d.year, d.period_order
