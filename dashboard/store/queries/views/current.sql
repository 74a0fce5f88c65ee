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

-- The texts of a document that no goal or row owns, numbered from 0 in reading order: the number is in addresses.
create view sections as
select *, row_number() over (
    partition by document order by place_page nulls first, place_line nulls first, place_box[2] nulls first, heading
) - 1 as section
from texts
where "of" = 'document';

-- The goals above each goal of some documents, itself included; a level that the report lacks is NULL.
create macro goal_paths(documents) as table
with recursive lineage as (
    select g.document, g.number as start, g.number, g.parent, g.level, g.code, g.title
    from goals g
    where list_contains(documents, g.document)
    union all
    select l.document, l.start, p.number, p.parent, p.level, p.code, p.title
    from lineage l
    join goals p on p.document = l.document and p.number = l.parent and p.number < l.number
)
select document, start,
       max(code) filter (level = 'inriktningsmål') as direction_code,
       max(title) filter (level = 'inriktningsmål') as direction_title,
       max(code) filter (level = 'verksamhetsområdesmål') as area_code,
       max(title) filter (level = 'verksamhetsområdesmål') as area_title,
       max(title) filter (level = 'nämndmål') as board_goal,
       max(title) filter (level = 'enhetsmål') as unit_goal
from lineage
group by document, start;
