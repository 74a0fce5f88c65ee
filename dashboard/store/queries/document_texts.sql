-- All texts of one document, in reading order; `section` numbers those that no goal or row owns, as in addresses.
select *, case when "of" = 'document' then (row_number() over (partition by "of" order by
    place_page nulls first, place_line nulls first, place_box[2] nulls first, heading) - 1)::integer end as section
from texts where document = $document
order by place_page, place_line
