-- The indicator rows of one document, in reading order, whether the document counts or not.
select * from outcomes where document = $document order by number
