-- The weightiest word stems of each page, by which the pages near to a new one are found without reading any other.
create table outline_stem (
  stem text not null, document text not null references document(id),
  day integer,                  -- the page's day, proleptic Gregorian ordinal
  weight real not null,         -- the stems' weights of a page are a unit vector
  primary key (stem, document)
) strict, without rowid;
create index outline_stem_document on outline_stem(document);
