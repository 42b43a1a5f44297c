-- Whom each outlet lets speak, and how often.
-- Run in the folder of Parquet files: duckdb -c ".read who-is-quoted-by-whom.sql"
select coalesce(d.outlet, d.source) as outlet, coalesce(e.name, s.text) as speaker, count(distinct s.claim) as claims
from 'claim_sources.parquet' s join 'documents.parquet' d on d.id = s.document
left join 'entities.parquet' e on e.id = s.entity
group by 1, 2 order by outlet, claims desc, speaker;
