-- Every document, superseded ones too, with its counts; doubts also by how much they matter, and rows that were seen
-- in a table but could not be read.
select
    documents.*,
    order_of(documents.kind) as period_order,
    count(doubts.document) filter (severity = 'fel') as error_count,
    count(doubts.document) filter (severity = 'varning') as warning_count,
    count(doubts.document) filter (severity = 'notering') as note_count,
    count(doubts.document) filter (doubt_kind = 'oplacerad-rad') as lost_count
from documents
left join doubts on doubts.document = documents.id
group by all
order by documents.unit, documents.year, period_order, documents.sequence
