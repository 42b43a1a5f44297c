-- Which events rest on one source alone: every page that tells them leads to the same words' speaker.
-- Run in the folder of Parquet files: duckdb -c ".read rests-on-one-source.sql"
with told as (
  select r.event, unnest(string_split(r.claims, '|')) as claim from 'reports.parquet' r where r.claims <> ''
), innermost as (
  select claim, arg_max(coalesce(entity, text), depth) as key, arg_max(text, depth) as source
  from 'claim_sources.parquet' group by claim
), own as (
  select distinct event from 'reports.parquet' where claims = ''
)
select e.label as event, e."when", any_value(i.source) as source, count(distinct r.document) as pages
from told t join innermost i using (claim) join 'events.parquet' e on e.id = t.event
join 'reports.parquet' r on r.event = e.id
where t.event not in (select event from own)
group by e.id, e.label, e."when" having count(distinct i.key) = 1
order by pages desc, e."when", e.label;
