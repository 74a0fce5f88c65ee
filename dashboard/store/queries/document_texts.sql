-- All texts of one document, in reading order.
select * from texts where document = $document order by place_page, place_line
