-- The activities of the documents in the list $documents, in reading order.
select * from activities where list_contains(cast($documents as varchar[]), document) order by document, number
