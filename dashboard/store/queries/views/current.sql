-- What every question may build on, beside the tables themselves: the documents that no newer report superseded and
-- their rows. period_order puts a year's reports in time: 0 VP, 1 T1, 2 T2, 3 VB.
create macro order_of(kind) as list_position(['VP', 'T1', 'T2', 'VB'], kind) - 1;

create view current_documents as
select id as document, *, order_of(kind) as period_order from documents where superseded_by is null;

create view current_goals as select * from goals semi join current_documents using (document);
create view current_outcomes as select * from outcomes semi join current_documents using (document);
create view current_activities as select * from activities semi join current_documents using (document);
create view current_feedback as select * from feedback semi join current_documents using (document);
create view current_texts as select * from texts semi join current_documents using (document);
create view current_doubts as select * from doubts semi join current_documents using (document);
