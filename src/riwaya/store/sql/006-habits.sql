-- Outlets' habits, counted when the whole library is gathered: of `documents` pages (claims, for kind unnamed) on which the
-- outlet could choose, `count` chose `choice`; `low` and `high` bound the share (95 %, Wilson). Derived: filled anew.
create table habit (
  outlet text not null, kind text not null, about text not null, name text not null, choice text not null,
  count integer not null, documents integer not null, low real not null, high real not null
) strict;
create index habit_outlet on habit(outlet, documents desc);
