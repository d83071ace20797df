-- What a source's entry in the catalogue said before it was changed. Append-only, written by the API.
create table data_source_change (
  id bigint generated always as identity primary key,
  source_id text not null references data_source(id),
  before jsonb not null,                     -- the values that were changed, as they were
  after jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  reason text not null
);
create index data_source_change_source on data_source_change (source_id, id desc);
