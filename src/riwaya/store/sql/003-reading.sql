-- What the reading room asks for, so that no page of it needs more than a few rows of anything.
-- An entity's mentions and titles leave `entity.whole` for tables of their own: one entity can have 50,000 of them.
-- What is there is converted; nothing needs to be gathered anew.

create table entity_name (entity text not null references entity(id), document text not null references document(id),
  start integer not null, "end" integer not null,  -- the mention's span
  name text not null,                              -- the proper name as it would stand alone
  whole text not null,                             -- the mention, as JSON
  published text) strict;                          -- the document's, beside it for the newest to be found at once
insert into entity_name
  select e.id, d.id, m.value ->> '$[1].span.start', m.value ->> '$[1].span.end',
    case when substr(d.text, m.value ->> '$[1].name.start', 2) = char(1604, 1604) then char(1575) else '' end ||
    substr(d.text, (m.value ->> '$[1].name.start') + 1, (m.value ->> '$[1].name.end') - (m.value ->> '$[1].name.start')),
    m.value -> '$[1]', d.published
  from entity e, json_each(e.whole, '$.mentions') m join document d on d.id = m.value ->> '$[0]';
drop table entity_mention;
alter table entity_name rename to entity_mention;
create index entity_mention_entity on entity_mention(entity, published desc, document);
create index entity_mention_name on entity_mention(entity, name, document);
create index entity_mention_document on entity_mention(document, start);

create table entity_title (entity text not null references entity(id), document text not null references document(id),
  start integer not null, "end" integer not null, text text not null) strict;
insert into entity_title
  select e.id, t.value ->> '$.document', t.value ->> '$.span.start', t.value ->> '$.span.end', t.value ->> '$.text'
  from entity e, json_each(e.whole, '$.titles') t;
create index entity_title_entity on entity_title(entity, document);
create index entity_title_document on entity_title(document);
update entity set whole = json_set(json_remove(whole, '$.titles'), '$.mentions', json('[]'));

-- How many of a story's pages are of a day: what moved. Kept by triggers, so that it is right however stories are written.
create table story_day (story text not null, day text not null, documents integer not null,
  primary key (story, day)) strict, without rowid;
create index story_day_day on story_day(day, documents);
create view document_day as select id as document, substr(coalesce(
  case when published glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' and published not like '%/%' then published end,
  case when crawled glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' then crawled end), 1, 10) as day from document;
create trigger story_grows after insert on story_document begin
  insert into story_day select new.story, day, 1 from document_day where document = new.document and day is not null
    on conflict do update set documents = documents + 1;
end;
create trigger story_shrinks after delete on story_document begin
  update story_day set documents = documents - 1
    where story = old.story and day = (select day from document_day where document = old.document);
  delete from story_day where story = old.story and documents < 1;
end;
insert into story_day
  select s.story, d.day, count(*) from story_document s join document_day d on d.document = s.document
  where d.day is not null group by 1, 2;

create index difference_weight on difference(weight desc, id);
create index difference_about on difference(about);
create index difference_value_document on difference_value(document);
create index story_size on story(documents desc, "end" desc, id);
create index document_outlet_day on document(outlet, published, id);
create index report_document_happening on report(document, happening);
drop index document_outlet;
drop index report_document;
create index judgement_left on judgement(left_id);
