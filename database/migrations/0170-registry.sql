-- The registry of the supervised: units with what they were called, to whom they belonged and how long they lasted; persons
-- with their posts; which leader is in charge of which unit. Written by the API alone, every change with its trace.
-- `until` is the last day on which something held, as in `post`; null is still so.
create table unit (
  agency_id text primary key references agency(id),
  since date not null,
  until date,
  ended_as text check (ended_as in ('merged', 'dissolved')),
  successor_id text references unit(agency_id) deferrable initially deferred, -- took over what was open
  check ((until is null) = (ended_as is null)),
  check (until is null or until >= since),
  check (successor_id is null or (ended_as is not null and successor_id <> agency_id)),
  check (ended_as is distinct from 'merged' or successor_id is not null)
);
create index unit_successor on unit (successor_id) where successor_id is not null;
create table unit_term (                     -- a term lasts until the next one begins, or the unit ends
  unit_id text not null references unit(agency_id),
  since date not null,
  name text not null,
  category text not null,                   -- key of definitions/registry.yaml
  superior_id text references unit(agency_id) deferrable initially deferred,
  basis text not null default '',
  primary key (unit_id, since)
);
create index unit_term_superior on unit_term (superior_id) where superior_id is not null;
create table cadre (
  id text primary key,
  name text not null,
  managed_by text not null,                 -- key of definitions/registry.yaml
  account text unique references person(id),
  since date not null,
  until date,
  left_as text,                             -- key of definitions/registry.yaml
  check ((until is null) = (left_as is null)),
  check (until is null or until >= since)
);
create index cadre_name on cadre (name);
create table cadre_post (
  cadre_id text not null references cadre(id),
  unit_id text not null references unit(agency_id),
  title text not null,
  since date not null,
  until date,
  rank text not null,                       -- key of definitions/registry.yaml
  standing text not null,                   -- head 一把手, leader 班子成员, member
  basis text not null default '',
  primary key (cadre_id, unit_id, title, since),
  check (until is null or until >= since)
);
create index cadre_post_unit on cadre_post (unit_id, standing);
create table portfolio (
  leader_id text not null references cadre(id),
  unit_id text not null references unit(agency_id),
  since date not null,
  until date,
  matter text not null default '',
  basis text not null default '',
  primary key (leader_id, unit_id, since),
  check (until is null or until >= since)
);
create index portfolio_unit on portfolio (unit_id);
create table registry_change (               -- append-only
  id bigint generated always as identity primary key,
  object text not null check (object in ('unit', 'cadre')),
  object_id text not null,
  act text not null,
  before jsonb,
  after jsonb,
  reason text not null default '',
  import_id text,
  changed_by text not null,
  changed_at timestamptz not null
);
create index registry_change_object on registry_change (object, object_id, id desc);
create table registry_import (
  id text primary key,
  kind text not null,
  file_name text not null,
  hash text not null,                       -- sha-256 of the file
  counts jsonb not null,
  imported_by text not null,
  imported_at timestamptz not null
);

-- Who holds which post on a day. A post in a unit that has taken another over is one in that other as well: what was
-- open there goes on in its hands.
create function posts_on(day date)
returns table (person_id text, agency_id text, parent_id text, role text, title text, since date)
language sql stable as $$
  with recursive estate (heir_id, agency_id) as (
    select u.successor_id, u.agency_id from unit u where u.successor_id is not null and u.until < day
    union
    select u.successor_id, e.agency_id from estate e join unit u on u.agency_id = e.heir_id
    where u.successor_id is not null and u.until < day
  )
  select p.person_id, p.agency_id, a.parent_id, p.role, p.title, p.since
  from post p join agency a on a.id = p.agency_id
  where p.since <= day and (p.until is null or p.until >= day)
  union
  select p.person_id, e.agency_id, a.parent_id, p.role, p.title, p.since
  from post p join estate e on e.heir_id = p.agency_id join agency a on a.id = e.agency_id
  where p.since <= day and (p.until is null or p.until >= day)
$$;
