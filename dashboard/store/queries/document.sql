-- One document by its id, whether it counts or not.
select *, order_of(kind) as period_order from documents where id = $document
