-- The goals of the documents in the list $documents, in reading order.
select * from goals where list_contains(cast($documents as varchar[]), document) order by document, number
