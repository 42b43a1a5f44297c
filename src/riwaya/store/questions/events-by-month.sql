-- What happened, month by month: events of each type that are told as having happened.
-- Run in the folder of Parquet files: duckdb -c ".read events-by-month.sql"
select substr("when", 1, 7) as month, type, count(*) as events, sum(reports) as reports
from 'events.parquet' where status = 'happened' and "when" similar to '\d{4}-\d{2}.*'
group by 1, 2 order by 1, 2;
