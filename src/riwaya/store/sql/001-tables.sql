-- The library, version 1. Spans are half-open, in Unicode code points of document.text. Times are EDTF.
-- What pages say (document … event) is written once, when a page is added, and never changed.
-- What was gathered (entity … difference_value) is derived: it is dropped and rebuilt in one transaction.

create table page (
  id text primary key,          -- the document's id
  source text not null,         -- path or address as given
  media text not null,          -- html or text
  about text not null,          -- what was known from outside, as JSON
  content blob not null,        -- the bytes as they came, zlib
  added text not null           -- UTC, ISO 8601
) strict;

create table document (
  id text primary key references page(id),
  source text not null, url text, outlet text, domain text, country text, title text,
  published text, published_basis text, crawled text, language text not null,
  text text not null,
  record text not null          -- everything read from the page, as JSON
) strict;
create index document_published on document(published);
create index document_outlet on document(outlet);

create table block (document text not null references document(id), start integer not null, "end" integer not null,
  role text not null, place text, why text) strict;
create index block_document on block(document);
create table mention (document text not null references document(id), start integer not null, "end" integer not null,
  text text not null, type text not null, kind text not null, rule text not null) strict;
create index mention_document on mention(document);
create table time (document text not null references document(id), start integer not null, "end" integer not null,
  text text not null, value text, grain text, rule text not null, reason text) strict;
create index time_document on time(document);
create table amount (document text not null references document(id), start integer not null, "end" integer not null,
  text text not null, value real not null, kind text not null, unit text, currency text, qualifier text) strict;
create index amount_document on amount(document);
create table claim (id text primary key, document text not null references document(id), start integer not null,
  "end" integer not null, cue text not null, stance text not null, mode text not null, medium text, rule text not null) strict;
create index claim_document on claim(document);
create table claim_source (claim text not null references claim(id), depth integer not null, text text not null,
  start integer not null, "end" integer not null, kind text not null, carried integer not null, why text) strict;
create index claim_source_claim on claim_source(claim);
create table event (document text not null references document(id), start integer not null, "end" integer not null,
  trigger text not null, type text not null, mode text, status text not null, "when" text, when_why text,
  rule text not null) strict;
create index event_document on event(document);

create table entity (id text primary key, type text not null, name text not null, name_en text, country text,
  latitude real, longitude real, whole text not null) strict;
create table entity_mention (entity text not null references entity(id), document text not null references document(id),
  start integer not null, "end" integer not null) strict;
create index entity_mention_entity on entity_mention(entity);
create index entity_mention_document on entity_mention(document);
create table happening (id text primary key, type text not null, mode text, label text not null, status text not null,
  "when" text, whole text not null) strict;
create table report (happening text not null references happening(id), document text not null references document(id),
  start integer not null, "end" integer not null, "when" text) strict;
create index report_happening on report(happening);
create index report_document on report(document);
create table story (id text primary key, title text not null, start text, "end" text, documents integer not null,
  whole text not null) strict;
create table story_document (story text not null references story(id), document text not null references document(id)) strict;
create index story_document_story on story_document(story);
create index story_document_document on story_document(document);
create table difference (id text primary key, story text not null references story(id), about text not null,
  kind text not null, weight real not null, whole text not null) strict;
create index difference_story on difference(story);
create table difference_value (difference text not null references difference(id), value text not null,
  document text not null, start integer not null, "end" integer not null, text text not null) strict;
create index difference_value_difference on difference_value(difference);

-- What people decided. Append-only; an undo is a row of its own.
create table judgement (
  id integer primary key,
  kind text not null check (kind in ('same', 'not-same', 'wrong', 'right', 'note', 'undo')),
  left_id text not null, right_id text, note text,
  author text not null, made text not null  -- UTC, ISO 8601
) strict;
create trigger judgement_stays before update on judgement begin select raise(abort, 'judgements are append-only'); end;
create trigger judgement_is_kept before delete on judgement begin select raise(abort, 'judgements are append-only'); end;

create virtual table search using fts5 (title, body, content = '', tokenize = 'unicode61');
create table search_document (number integer primary key, document text not null unique references document(id)) strict;
