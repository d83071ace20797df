-- People, agencies, posts ---------------------------------------------------------------------------------------------
create table agency (
  id text primary key,
  name text not null,
  name_en text not null default '',
  kind text not null,                       -- discipline, inspection, audit, finance, organisation, propaganda, party, unit, platform
  parent_id text references agency(id),
  active boolean not null default true
);
create table person (
  id text primary key,                      -- the user name
  name text not null,
  agency_id text references agency(id),
  password_hash text,                       -- PHC string, argon2id
  active boolean not null default true,
  failed_logins integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null
);
create table post (
  person_id text not null references person(id),
  agency_id text not null references agency(id),
  role text not null,                       -- key of definitions/roles.yaml
  title text not null default '',
  since date not null,
  until date,
  primary key (person_id, agency_id, role, since)
);
create index post_role on post (role, agency_id);
create table session (
  id_hash text primary key,
  person_id text not null references person(id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  remote text
);
create index session_person on session (person_id) where revoked_at is null;

-- Definitions and rules ------------------------------------------------------------------------------------------------
create table definition (
  key text not null,
  version integer not null,
  name text not null,
  hash text not null,                       -- sha-256 of the uploaded bytes
  document bytea not null,                  -- the uploaded bytes, handed back unchanged
  model jsonb not null,
  warnings jsonb not null default '[]',
  published_by text,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (key, version)
);
create index definition_hash on definition (hash, key);
create table calendar (
  agency_id text not null,                  -- 'default' for the city's
  version integer not null,
  years jsonb not null,                     -- BusinessCalendar.years
  loaded_by text,
  loaded_at timestamptz not null,
  primary key (agency_id, version)
);
create table rule_set (                     -- periods and ladders, one row a version, whole
  version integer primary key,
  periods jsonb not null,
  ladders jsonb not null,
  changed_by text,
  changed_at timestamptz not null
);
create table number_series (
  series text not null,                     -- 代字
  year integer not null,
  last integer not null,
  primary key (series, year)
);

-- Cases: the read model. One writer: activities/record ----------------------------------------------------------------
create table case_view (
  id text primary key,
  number text not null unique,
  title text not null,
  definition_key text not null,
  version integer not null,
  trial boolean not null,
  family text not null,
  parent_id text,
  parent_instance_id text,
  opened_by text,
  starts_on date not null,
  status text not null,
  secrecy text not null default 'work-secret',
  variables jsonb not null,
  agencies text[] not null,
  people text[] not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  end_state text,
  seq integer not null,
  clock timestamptz not null,               -- the case's clock at its last step
  next_due_at timestamptz                   -- earliest due day of its open tasks
);
create index case_view_agencies on case_view using gin (agencies);
create index case_view_people on case_view using gin (people);
create index case_view_list on case_view (trial, status, opened_at desc, id);
create index case_view_family on case_view (family);
create table task_view (
  case_id text not null references case_view(id) on delete cascade,
  id text not null unique,
  element_id text not null,
  loop_counter integer,
  name text not null,
  agency text,
  role text,
  candidate_users text[] not null,
  assignee text,
  owner text,
  status text not null,
  outcomes text[] not null,
  outcome text,
  form text,
  letter text,
  basis text,
  clock text,
  period text,
  opened_at timestamptz not null,
  clock_from text,
  due_on date,
  due_at timestamptz,
  provisional boolean not null,
  ended_at timestamptz,
  ended_by text,
  priority integer,
  scope_id text not null,
  variables jsonb not null,
  trial boolean not null,
  level integer not null default 0,         -- highest rung fired
  primary key (case_id, id)
);
create index task_view_assignee on task_view (assignee, due_at, id) where status in ('open', 'suspended');
create index task_view_group on task_view (role, agency, due_at, id) where status in ('open', 'suspended') and assignee is null;
create index task_view_agency on task_view (agency, due_at, id) where status in ('open', 'suspended');
create index task_view_due on task_view (due_at, id) where status = 'open';
create table alarm_view (
  case_id text not null references case_view(id) on delete cascade,
  id text not null,
  task_id text,
  element_id text not null,
  kind text not null,
  level integer,
  at timestamptz not null,
  fired_at timestamptz,
  overtaken boolean not null,
  cancelled boolean not null,
  primary key (case_id, id)
);
create index alarm_view_open on alarm_view (at) where fired_at is null and not cancelled;
create index alarm_view_task on alarm_view (task_id);
create table incident_view (
  case_id text not null references case_view(id) on delete cascade,
  id text not null,
  element_id text not null,
  code text not null,
  message text not null,
  remedy text not null,
  opened_at timestamptz not null,
  resolved_at timestamptz,
  primary key (case_id, id)
);
create table child_view (
  case_id text not null references case_view(id) on delete cascade,
  child_id text not null,
  element_id text not null,
  definition_key text not null,
  number text,
  status text not null,
  primary key (case_id, child_id)
);
create table wait_view (
  case_id text not null references case_view(id) on delete cascade,
  instance_id text not null,
  element_id text not null,
  kind text not null,
  name text not null,
  correlation jsonb not null,
  trial boolean not null,
  opened_by text,
  primary key (case_id, instance_id)
);
create index wait_view_name on wait_view (kind, name, trial);
create table record_view (                  -- the ledgers: 问题 线索 整改 措施 文书 建议
  case_id text not null references case_view(id) on delete cascade,
  ledger text not null,
  id text not null,
  status text not null,
  data jsonb not null,
  agency text,
  element_id text,
  trial boolean not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (case_id, ledger, id)
);
create index record_view_ledger on record_view (ledger, trial, changed_at desc);

-- The journal: append-only, hash-chained ------------------------------------------------------------------------------
create table journal (
  case_id text not null,
  seq integer not null,
  command_id text not null,
  kind text not null,
  actor text,
  at timestamptz not null,
  canonical text not null,                  -- the exact text that was hashed
  algorithm text not null,
  key_id text not null,
  payload bytea not null,                   -- encrypted: command, entries, changes of the read model
  payload_digest text not null,
  previous_hash text not null,
  hash text not null,
  confirmed boolean not null default false, -- set once the workflow has gone on beyond this step
  primary key (case_id, seq)
);
create unique index journal_command on journal (case_id, command_id);
create table journal_void (                 -- steps whose workflow task never became durable
  case_id text not null,
  seq integer not null,
  command_id text not null,
  hash text not null,
  row jsonb not null,
  voided_at timestamptz not null,
  primary key (case_id, seq, hash)
);
create table timeline (                     -- the journal's facts in readable form, for the case page; rebuilt from the journal
  case_id text not null,
  seq integer not null,
  position integer not null,
  kind text not null,
  at timestamptz not null,
  actor text,
  on_behalf_of text,
  element_id text,
  task_id text,
  data jsonb not null,
  reason text,
  primary key (case_id, seq, position)
);

-- Between cases, and to the outside -------------------------------------------------------------------------------------
create table delivery (                     -- family messages: a family is at rest when none is pending
  id text primary key,                      -- caseId:effectId
  family text not null,
  case_id text not null,                    -- the sender
  seq integer not null,
  kind text not null,
  done_at timestamptz
);
create index delivery_pending on delivery (family) where done_at is null;
create table outbox (
  id text primary key,                      -- dedup key
  case_id text not null,
  seq integer not null,
  kind text not null,
  payload jsonb not null,
  trial boolean not null,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index outbox_pending on outbox (created_at) where sent_at is null;
create table notice (                       -- what a person is told in the product
  id text primary key,
  person_id text not null,
  case_id text not null,
  task_id text,
  kind text not null,
  level integer,
  text text not null,
  created_at timestamptz not null,
  read_at timestamptz
);
create index notice_person on notice (person_id, created_at desc);

-- HTTP ---------------------------------------------------------------------------------------------------------------
create table answer (                       -- Idempotency-Key: the answer that was given
  id text primary key,                      -- hash of user, route, object and key
  body_hash text not null,
  status integer,
  body jsonb,
  created_at timestamptz not null
);
create table attachment (
  id text primary key,
  hash text not null,                       -- sha-256, the file's name in the store
  size bigint not null,
  name text not null,
  type text not null,
  uploaded_by text not null,
  case_id text,
  uploaded_at timestamptz not null
);
create table access_log (                   -- every read of a marked case
  id bigint generated always as identity primary key,
  person_id text not null,
  case_id text,
  route text not null,
  at timestamptz not null
);
