-- The rows of feedback of the documents in the list $documents, in reading order.
select * from feedback where list_contains(cast($documents as varchar[]), document) order by document, number
