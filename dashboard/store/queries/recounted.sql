-- Rows of feedback in the reports $documents (null: all), each with what a tertial's own report of the same unit and year counted.
select
    later.document,
    later.unit,
    later.number,
    later."group",
    later.category,
    later.place_line,
    later.place_page,
    case own.kind when 'T1' then later.t1 else later.t2 end as now,
    case own.kind when 'T1' then own.t1 else own.t2 end as then_count,
    own.kind as then_kind
from feedback as later
join current_documents as facts on facts.id = later.document
join feedback as own
    on own.unit = later.unit and own.year = later.year
    and lower(own."group") = lower(later."group") and lower(own.category) = lower(later.category)
join current_documents as earlier on earlier.id = own.document
where
    ($documents is null or list_contains(cast($documents as varchar[]), later.document))
    and own.kind in ('T1', 'T2')
    and order_of(own.kind) < order_of(later.kind)
order by later.document, later.number, own.kind
