-- Forms with their versions: those that come with the release and those that designers draw. A published version never
-- changes, and a procedure stays with the versions it was published with.
create table form (
  key text not null,
  version integer not null,
  title text not null,
  schema json not null,                     -- JSON Schema 2020-12; json, not jsonb: its fields have an order
  hash text not null,                       -- sha-256 of the schema as it is written
  published_by text not null,               -- a person, or liandong: it came with the release
  published_at timestamptz not null,
  primary key (key, version)
);
create trigger form_stays before update or delete on form for each row execute function refuse_change();
-- Of the task's form; null: the first, from before forms had versions.
alter table task_view add column form_version integer;
-- A task that moves to another version of its procedure asks what that version asks.
do $$ begin
  execute replace(pg_get_functiondef('project_rows(jsonb)'::regprocedure),
    'form = excluded.form,', 'form = excluded.form, form_version = excluded.form_version,');
end $$;
