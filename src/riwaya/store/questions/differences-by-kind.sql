-- How often outlets differ, by kind, and the weightiest difference of each.
-- Run in the folder of Parquet files: duckdb -c ".read differences-by-kind.sql"
with one as (
  select id, any_value(kind) as kind, any_value(weight) as weight, string_agg(distinct value, ' ≠ ' order by value) as "values"
  from 'differences.parquet' group by id
)
select kind, count(*) as differences, round(avg(weight), 3) as weight, arg_max("values", weight) as weightiest
from one group by kind order by differences desc, kind;
