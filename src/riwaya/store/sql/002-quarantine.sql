-- Pages that could not be read, with their bytes and the reason; one that is read later is taken out.
create table quarantine (
  source text primary key,      -- path or address as given
  media text not null,
  about text not null,          -- what was known from outside, as JSON
  content blob not null,        -- the bytes as they came, zlib
  step text not null, message text not null,
  added text not null           -- UTC, ISO 8601
) strict;
