-- Files on their way, piece by piece: what is not finished within a week is forgotten.
create table upload (
  id text primary key,
  person_id text not null references person(id),
  case_id text,
  name text not null,
  type text not null,
  size bigint not null,
  received bigint not null,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index upload_person on upload (person_id, changed_at);
create index upload_age on upload (changed_at);
create index attachment_case on attachment (case_id);
