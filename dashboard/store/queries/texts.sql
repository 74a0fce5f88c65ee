-- The unit's own words on one goal, indicator row, activity or row of feedback; $number null for those of the document.
select * from texts
where document = $document and "of" = $of and number is not distinct from cast($number as integer)
order by place_page, place_line
