-- 监督信息平台: sources of data with what they may hold and what for, the batches they sent, every row with its batch and
-- place in it, indicators and warning rules as versioned data, and doubts. Written by the API alone.
create table data_source (
  id text primary key,
  name text not null,
  provider_id text not null references agency(id),
  purpose text not null,                     -- 用途: what it may be used for
  level text not null,                       -- 敏感程度
  cycle text not null,                       -- how often it is to be sent
  fields jsonb not null,                     -- [{ name, title, type, required, codes, min, max }]
  identity text[] not null,                  -- the fields that a row is known by
  unit_field text,                           -- whom a row is about, and when
  day_field text,
  tolerance numeric not null check (tolerance between 0 and 1),   -- share of bad rows beyond which nothing is taken
  key_hash text,                             -- sha-256 of the key that programs deliver with
  created_by text not null,
  created_at timestamptz not null
);
create table data_batch (
  id text primary key,
  source_id text not null references data_source(id),
  hash text not null,                        -- sha-256 of the rows as they were sent
  via text not null check (via in ('file', 'http')),
  name text not null,
  quality jsonb not null,
  received_by text not null,
  received_at timestamptz not null,
  unique (source_id, hash)                   -- the same batch twice changes nothing
);
create table data_row (
  batch_id text not null references data_batch(id),
  row_no int not null,                       -- as people see it in the file
  source_id text not null references data_source(id),
  identity text,
  unit_id text references agency(id),
  occurred_on date,
  data jsonb not null,
  status text not null check (status in ('accepted', 'unchanged', 'quarantined', 'superseded', 'discarded')),
  faults jsonb not null,
  superseded_by text,                        -- batch that said otherwise
  handled_by text,                           -- who corrected or discarded a quarantined one
  handled_at timestamptz,
  reason text,
  primary key (batch_id, row_no)
);
create unique index data_row_current on data_row (source_id, identity) where status = 'accepted';
create index data_row_facts on data_row (source_id, unit_id, occurred_on) where status = 'accepted';
create index data_row_quarantine on data_row (source_id, batch_id, row_no) where status = 'quarantined';
create table indicator (
  key text not null,
  version int not null,
  name text not null,
  source_id text not null references data_source(id),
  definition jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (key, version)
);
create table warning_rule (
  key text not null,
  version int not null,
  name text not null,
  indicator text not null,
  feel text not null,                        -- "green", "yellow" or "red" over value, previous, lastYear, average
  status text not null check (status in ('trial', 'on', 'off')),
  made_by text not null,
  made_at timestamptz not null,
  primary key (key, version)
);
create table doubt (
  id text primary key,                       -- rule/unit/period
  rule_key text not null,
  rule_version int not null,
  indicator_version int not null,
  unit_id text not null references agency(id),
  period text not null,
  level text not null check (level in ('yellow', 'red')),
  facts jsonb not null,                      -- what the rule saw
  rows jsonb not null,                       -- [[batch, row]] behind the value
  case_id text not null unique,
  raised_at timestamptz not null,
  raised_by text not null,
  foreign key (rule_key, rule_version) references warning_rule (key, version)
);
create index doubt_rule on doubt (rule_key, period);
