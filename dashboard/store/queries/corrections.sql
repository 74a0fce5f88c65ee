-- What people decided about the documents in the list $documents (null: all), the latest first.
select corrections.*, documents.unit_name, documents.file
from corrections
join documents on documents.id = corrections.document
where $documents is null or list_contains(cast($documents as varchar[]), corrections.document)
order by made desc, table_name, number, column_name
