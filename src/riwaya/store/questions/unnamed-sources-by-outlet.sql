-- How much of what each outlet reports rests on sources without a name.
-- Run in the folder of Parquet files: duckdb -c ".read unnamed-sources-by-outlet.sql"
select coalesce(d.outlet, d.source) as outlet, count(distinct c.id) as claims,
  count(distinct case when s.kind = 'unnamed' then c.id end) as unnamed,
  round(unnamed / claims, 3) as share
from 'claims.parquet' c join 'claim_sources.parquet' s on s.claim = c.id join 'documents.parquet' d on d.id = c.document
group by 1 order by share desc, claims desc, outlet;
