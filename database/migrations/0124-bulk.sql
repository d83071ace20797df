-- One act on many steps: what was ordered, and what became of each. A case gets one command, or one a capacity.
create table bulk_job (
  id text primary key,
  kind text not null,                       -- transfer, claim, …: see apps/api/bulk
  arguments jsonb not null,
  reason text,
  ordered_by text not null references person(id),
  received_at timestamptz not null,
  status text not null,                     -- running, done, cancelled
  finished_at timestamptz
);
create index bulk_job_person on bulk_job (ordered_by, received_at desc, id);
create index bulk_job_running on bulk_job (received_at) where status = 'running';
create table bulk_item (
  job_id text not null references bulk_job(id) on delete cascade,
  position integer not null,
  case_id text not null,
  task_id text,                             -- null: about the case itself
  act jsonb not null,
  status text not null,                     -- pending, sending, done, refused, cancelled
  command text,                             -- what was on its way when the job was broken off, sent again unchanged
  code text,
  message text,
  seq integer,                              -- the step of the case's journal
  done_at timestamptz,
  primary key (job_id, position)
);
create index bulk_item_open on bulk_item (job_id, case_id, position) where status in ('pending', 'sending');
