-- Feeds that `riwaya watch` reads, one row each, and the names that the search box finds at once.
create table watch (
  feed text primary key,
  asked text not null,          -- when it was asked last, UTC, ISO 8601
  next text,                    -- when it will be asked again; null where nobody watches it any more
  new integer not null,         -- pages it brought at the last asking
  total integer not null,       -- pages it brought since it is watched
  message text                  -- what went wrong at the last asking
) strict;
create index entity_by_name on entity(name);
create index entity_by_name_en on entity(name_en);
create index page_added on page(added);
