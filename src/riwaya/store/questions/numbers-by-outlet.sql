-- What each outlet counted in each event, in the order of publication: a toll that grows, or outlets that disagree.
-- Run in the folder of Parquet files: duckdb -c ".read numbers-by-outlet.sql"
select e.label as event, n.what, d.published, coalesce(d.outlet, d.source) as outlet, n.qualifier, n.value, n.text
from 'numbers.parquet' n join 'events.parquet' e on e.id = n.event join 'documents.parquet' d on d.id = n.document
order by e."when", e.label, n.what, d.published, outlet;
