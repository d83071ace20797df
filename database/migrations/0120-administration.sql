-- The directory as administrators keep it, and the trail of what they did.
alter table agency add column dissolved_on date;          -- from this day on there is no such agency
alter table person
  add column one_time boolean not null default false,     -- the password opens nothing but its own change
  add column password_expires_at timestamptz,             -- of a one-time password
  add column password_changed_at timestamptz,
  add column locked boolean not null default false,       -- by the security administrator, until unlocked
  add column last_sign_in_at timestamptz;
alter table post add column id uuid not null default gen_random_uuid() unique;

create table role (                                       -- roles beside those of definitions/roles.yaml
  key text primary key,
  name text not null,
  name_en text not null default '',
  agencies text[] not null,                               -- ids or kinds of the agencies whose posts may carry it; empty: any
  apart text[] not null,                                  -- roles that the same person may not hold
  created_at timestamptz not null
);

-- What one administrator asks for and another kind of administrator has to confirm.
create table admin_request (
  id uuid primary key default gen_random_uuid(),
  kind text not null,                                     -- see apps/api/administration/requests
  person_id text not null references person(id),
  payload jsonb not null,
  reason text,
  requested_by text not null,
  requested_at timestamptz not null,
  confirmer text not null,                                -- the kind of administrator that decides
  decision text,                                          -- confirmed, refused, withdrawn
  decided_by text,
  decided_at timestamptz,
  decision_reason text
);
create index admin_request_open on admin_request (confirmer, requested_at) where decision is null;
create index admin_request_person on admin_request (person_id);

-- Append-only and hash-chained: every administrative change and every sign-in.
create table admin_trail (
  seq bigint primary key,
  at timestamptz not null,
  actor text not null,                                    -- a person, or 'host' for a command run on the machine
  actor_kind text,                                        -- sysadmin, secadmin, auditadmin; null for others
  action text not null,
  object_kind text not null,
  object_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  remote text,
  canonical text not null,                                -- the exact text that was hashed
  previous_hash text not null,
  hash text not null
);
create index admin_trail_object on admin_trail (object_kind, object_id, seq desc);
create index admin_trail_actor on admin_trail (actor, seq desc);
create index admin_trail_at on admin_trail (at);
create function trail_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger admin_trail_append_only before update or delete or truncate on admin_trail
  for each statement execute function trail_append_only();
