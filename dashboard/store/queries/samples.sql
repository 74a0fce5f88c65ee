-- How many of the documents that count are samples.
select count(*) filter (sample) as sample_count, count(*) as document_count from current_documents
