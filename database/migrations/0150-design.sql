-- What somebody is drawing and has not published: one row a person and definition or form.
create table design_draft (
  person_id text not null references person(id),
  kind text not null,                       -- process, decision or form
  key text not null,
  name text not null,
  content text not null,                    -- BPMN or DMN XML, or a form's JSON Schema
  base_version integer,                     -- the published version it began from; null: none
  saved_at timestamptz not null,
  primary key (person_id, kind, key)
);
