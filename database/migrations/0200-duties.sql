-- 责任清单: lists of duties by year, their versions, what they ask of whom and when. Written by the API alone, but that the
-- worker marks what it has opened.
create table duty_list (
  id text primary key,
  name text not null,
  year int not null,
  owner_id text not null references person(id),   -- the clocks of its obligations are this person's
  status text not null check (status in ('draft', 'active', 'paused', 'ended')),
  starts_on date not null,                        -- what would open earlier is no obligation
  sample_share numeric not null check (sample_share between 0 and 1),
  seed text not null,                             -- of the lots that the sample is drawn by
  points jsonb not null,
  version int not null default 0,                 -- newest, 0 while it has no items
  plan_revision int not null default 0,           -- rises with everything that its schedules have to follow
  applied_revision int not null default 0,        -- what the schedules have followed
  backfill_from date,                             -- from this day on missed openings are to be run
  calendars int,                                  -- of the calendars it was planned by
  paused_on date,
  ended_on date,
  result jsonb,                                   -- 年终结果 as it was fixed
  created_at timestamptz not null
);
create table duty_item (
  list_id text not null references duty_list(id),
  version int not null,
  no text not null,
  position int not null,
  subject text not null,
  area text not null,
  measure text not null,
  leads text[] not null,
  role text,
  helpers text[] not null,
  evidence text not null,
  cycle text not null check (cycle in ('month', 'quarter', 'half-year', 'year', 'once')),
  opens text not null,
  within text not null,
  basis text not null,
  weight numeric not null check (weight > 0),
  primary key (list_id, version, no)
);
create table duty_occurrence (
  id text primary key,                            -- list/item/agency/period
  list_id text not null references duty_list(id),
  item_no text not null,
  version int not null,                           -- of the list that planned it last
  lead_id text not null references agency(id),
  cycle text not null,
  period text not null,
  opens_on date not null,
  due_on date not null,
  case_id text not null unique,                   -- follows from the id: opening it twice opens one case
  status text not null check (status in ('planned', 'opened', 'skipped', 'cancelled')),
  heir_id text references agency(id),             -- who had it instead of an agency that was no more
  opened_at timestamptz,
  problem text,                                   -- why it could not be opened, until it can
  reason text                                     -- why it was skipped or cancelled
);
create index duty_occurrence_due on duty_occurrence (list_id, cycle, opens_on) where status = 'planned';
create index duty_occurrence_lead on duty_occurrence (lead_id, due_on);
create table duty_act (                           -- append-only
  id bigint generated always as identity primary key,
  list_id text not null references duty_list(id),
  act text not null,
  version int not null,
  details jsonb not null,
  reason text not null default '',
  done_by text not null,
  done_at timestamptz not null
);
create index duty_act_list on duty_act (list_id, id desc);
