-- Many cases from one sheet: all of its rows were sound when it was ordered, and each opens one case.
create table intake (
  id text primary key,
  definition_key text not null,
  version integer not null,                 -- the one that ruled when it was ordered
  file_name text not null,
  hash text not null,                       -- of the file
  ordered_by text not null references person(id),
  received_at timestamptz not null,
  finished_at timestamptz
);
create index intake_person on intake (ordered_by, received_at desc, id);
create index intake_running on intake (received_at) where finished_at is null;
create table intake_row (
  intake_id text not null references intake(id) on delete cascade,
  number integer not null,                  -- of the row in the file
  title text not null,
  starts_on date not null,
  variables jsonb not null,
  status text not null,                     -- pending, opened, refused
  case_id text,
  code text,
  message text,
  primary key (intake_id, number)
);
create index intake_row_open on intake_row (intake_id, number) where status = 'pending';
