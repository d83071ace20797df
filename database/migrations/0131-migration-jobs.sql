-- Moving many cases to another version: what was asked for, and what became of each case.
create table migration_job (
  id text primary key,
  definition_key text not null,
  from_version integer,                     -- null: from every other one
  to_version integer not null,
  mapping jsonb not null,
  dry_run boolean not null,
  trial boolean not null,
  per_second integer not null,
  reason text,
  actor jsonb not null,                     -- who asked, as the journals of the cases name it
  status text not null,                     -- running, done, cancelled
  created_at timestamptz not null,
  finished_at timestamptz
);
create index migration_job_list on migration_job (definition_key, created_at desc, id);
create index migration_job_running on migration_job (created_at) where status = 'running';
create table migration_item (
  job_id text not null references migration_job(id) on delete cascade,
  position integer not null,
  case_id text not null,
  ref text not null,                        -- what is left: the case's own version, or that of a process it has called
  status text not null,                     -- pending, sending, planned, moved, unmapped, skipped, refused, failed
  code text,
  message text,
  plan jsonb,
  seq integer,                              -- the step of the case's journal
  done_at timestamptz,
  primary key (job_id, position)
);
create index migration_item_open on migration_item (job_id, position) where status in ('pending', 'sending');
create index timeline_called on timeline ((data->>'called')) where kind = 'call-resolved';
