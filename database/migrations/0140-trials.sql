-- Trials as those who play them know them: how each was opened, and every act that was made in it, so that it can be
-- opened again and taken away as a scenario. Written only by the API; times are real ones but for `clock`.
-- No reference to the read model, which a rebuild empties.
create table trial (
  family text primary key,                  -- id of the trial's first case
  opened_by text not null,
  opening jsonb,                            -- body of POST /trials with the version it took; null: begun by a message or signal
  acts integer not null default 0,
  opened_at timestamptz not null,
  touched_at timestamptz not null,          -- the last act: retention counts from here
  removed_at timestamptz                    -- ended and forgotten
);
create index trial_of on trial (opened_by, touched_at desc) where removed_at is null;
create table trial_act (
  family text not null references trial(family) on delete cascade,
  n integer not null,
  step jsonb not null,                      -- as a scenario writes it (scenarios/scenario.ts)
  open text[] not null,                     -- elements with an open task afterwards
  status text not null,
  clock timestamptz not null,               -- the trial's own clock afterwards
  primary key (family, n)
);

-- Takes a trial out of every table that has a row of its cases; refuses where one of them is no trial.
create function forget_trial(wanted text) returns integer language plpgsql as $$
declare
  ids text[];
  real integer;
  place text;
begin
  select array_agg(id), count(*) filter (where not c.trial) into ids, real from case_view c where family = wanted;
  if real > 0 then raise exception 'family % is no trial', wanted; end if;
  if ids is null then return 0; end if;
  delete from draft where task_id in (select id from task_view where case_id = any(ids));
  for place in
    select c.table_name from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'public' and c.column_name = 'case_id' and t.table_type = 'BASE TABLE'
      and c.table_name <> 'access_log'
  loop
    execute format('delete from %I where case_id = any($1)', place) using ids;
  end loop;
  delete from case_view where id = any(ids);
  return cardinality(ids);
end
$$;
