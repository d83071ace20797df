-- Versions rule from a day on, and may be withdrawn for new cases; who did so, when and why stays.
alter table definition add column valid_from date, add column withdrawn_by text;
alter table decision add column valid_from date, add column withdrawn_by text;
update definition set valid_from = (published_at at time zone 'Asia/Shanghai')::date;
update decision set valid_from = (published_at at time zone 'Asia/Shanghai')::date;
alter table definition alter column valid_from set not null;
alter table decision alter column valid_from set not null;
create or replace view published as
  select 'process' as kind, key, version, name, hash, document, model, warnings, published_by, published_at,
         withdrawn_at, valid_from, withdrawn_by
  from definition
  union all
  select 'decision', key, version, name, hash, document, model, warnings, published_by, published_at,
         withdrawn_at, valid_from, withdrawn_by
  from decision;

-- What happened to a version: published, withdrawn, reinstated, another day of coming into force.
create table definition_trail (
  key text not null,
  version integer not null,
  position integer not null,                -- 1, 2, … within the version
  action text not null,
  person_id text,
  at timestamptz not null,
  data jsonb not null,
  reason text,
  primary key (key, version, position)
);
insert into definition_trail (key, version, position, action, person_id, at, data)
  select key, version, 1, 'published', published_by, published_at, jsonb_build_object('validFrom', valid_from)
  from published;

-- A published version never changes. Only when it rules does: its day, and whether it is withdrawn.
create function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or
     to_jsonb(old) - '{valid_from,withdrawn_at,withdrawn_by}'::text[]
       <> to_jsonb(new) - '{valid_from,withdrawn_at,withdrawn_by}'::text[] then
    raise exception 'a published version of % never changes', tg_table_name;
  end if;
  return new;
end $$;
create trigger definition_stays before update or delete on definition for each row execute function refuse_change();
create trigger decision_stays before update or delete on decision for each row execute function refuse_change();

-- Open cases of a version: what a migration looks for, and what the list of versions counts.
create index case_view_version on case_view (definition_key, version, status);
