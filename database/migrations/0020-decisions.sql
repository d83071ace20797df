-- Decisions (DMN) are published as procedures are, and go into the procedures that name them.
create table decision (
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
create index decision_hash on decision (hash, key);
-- Both kinds by key: no key is of both.
create view published as
  select 'process' as kind, key, version, name, hash, document, model, warnings, published_by, published_at, withdrawn_at
  from definition
  union all
  select 'decision', key, version, name, hash, document, model, warnings, published_by, published_at, withdrawn_at
  from decision;
