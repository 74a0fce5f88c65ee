-- What was doubtful in one document, in the order it stands there.
select * from doubts where document = $document order by place_page nulls first, place_line nulls first
