-- 周期程序: procedures that open by themselves in a cycle, and every time they have opened or will. Written by the API and, where
-- a run plans anew and marks what it has opened, by the worker.
create table recurring_procedure (
  id text primary key,
  name text not null,
  mechanism text,                                 -- M1 to M20, where it belongs to one
  definition_key text not null,
  cycle text not null check (cycle in ('month', 'quarter', 'half-year', 'year')),
  opens text not null,
  audience jsonb not null,                        -- for whom: once, agencies, units, holders of a role
  agency_id text not null references agency(id),  -- in charge; its calendar counts where it opens once
  variables jsonb not null,                       -- what cases begin with; a text that begins with = is FEEL
  basis text not null,
  confidence text not null,
  note text not null default '',
  owner_id text not null references person(id),   -- cases are opened in this person's name
  status text not null check (status in ('active', 'paused', 'ended')),
  starts_on date not null,                        -- nothing opens earlier
  ends_on date,                                   -- nothing opens later
  plan_revision int not null default 0,           -- rises with everything that its schedule has to follow
  applied_revision int not null default -1,       -- what the schedule has followed
  backfill_from date,                             -- from this day on missed openings are to be run
  calendars int,                                  -- of the calendars it was planned by
  planned_on date,
  paused_on date,
  ended_on date,
  created_at timestamptz not null
);
create table recurring_opening (
  id text primary key,                            -- procedure/period/receiver
  procedure_id text not null references recurring_procedure(id),
  receiver text not null,                         -- an agency, or a person@agency
  agency_id text not null references agency(id),
  period text not null,
  opens_on date not null,
  case_id text not null unique,                   -- follows from the id: opening it twice opens one case
  status text not null check (status in ('planned', 'opened', 'skipped', 'cancelled')),
  heir_id text references agency(id),             -- who had it instead of an agency that was no more
  asked_by text,                                  -- who had it opened by hand
  opened_at timestamptz,
  problem text,                                   -- why it could not be opened, until it can
  reason text                                     -- why it was skipped or cancelled
);
create index recurring_opening_due on recurring_opening (procedure_id, opens_on);
create table recurring_act (                      -- append-only
  id bigint generated always as identity primary key,
  procedure_id text not null references recurring_procedure(id),
  act text not null,
  details jsonb not null,
  reason text not null default '',
  done_by text not null,
  done_at timestamptz not null
);
create index recurring_act_procedure on recurring_act (procedure_id, id desc);
