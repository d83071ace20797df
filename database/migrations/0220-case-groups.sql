-- Cases of one procedure in which the same agencies take part are a group: whoever belongs to one of the agencies sees all
-- of them, so that the board counts what a reader may see from an index alone, however many steps are open.
create table case_group (
  id integer generated always as identity primary key,
  definition_key text not null,
  agencies text[] not null,                 -- in the order of the alphabet
  digest text not null,                     -- of the agencies, of which there may be more than an index holds
  unique (definition_key, digest)
);

create function case_group_of(key text, members text[]) returns integer language plpgsql as $$
declare
  sorted text[] := array(select distinct member from unnest(members) member order by member);
  known integer;
begin
  loop
    select id into known from case_group where definition_key = key and digest = md5(to_jsonb(sorted)::text);
    exit when found;
    insert into case_group (definition_key, agencies, digest) values (key, sorted, md5(to_jsonb(sorted)::text))
    on conflict do nothing;
  end loop;
  return known;
end $$;

-- Part of the read model: project_step writes it, so that verify and rebuild know it. Trials are in no group.
alter table case_view add column case_group integer;
alter table task_view add column case_group integer;

alter function project_step(jsonb) rename to project_ungrouped;
create function project_step(p jsonb) returns void language plpgsql as $$
declare
  wanted text := p->'case'->>'id';
  grouped jsonb := '{}';
begin
  if not (p->'case'->>'trial')::boolean then
    grouped := jsonb_build_object('case_group', case_group_of(p->'case'->>'definition_key',
      array(select jsonb_array_elements_text(p->'case'->'agencies'))));
  end if;
  perform project_ungrouped(p || jsonb_build_object('case', p->'case' || grouped)
    || case when p ? 'tasks' then jsonb_build_object('tasks', (
         select jsonb_agg(task || grouped) from jsonb_array_elements(p->'tasks') task)) else '{}' end);
  -- Another agency has come into a case that was known: all its steps move with it.
  update case_view set case_group = (grouped->>'case_group')::integer
  where id = wanted and case_group is distinct from (grouped->>'case_group')::integer;
  if found then
    update task_view set case_group = (grouped->>'case_group')::integer
    where case_id = wanted and case_group is distinct from (grouped->>'case_group')::integer;
  end if;
end $$;

alter table case_view disable trigger case_text_follows;
update case_view set case_group = case_group_of(definition_key, agencies) where not trial;
alter table case_view enable trigger case_text_follows;
update task_view t set case_group = c.case_group from case_view c where c.id = t.case_id and c.case_group is not null;

-- What the board asks is in its indexes.
drop index task_view_live_of_case, task_view_open_due, task_view_overdue, task_view_untaken, task_view_clockless, task_view_done, case_view_latest,
  alarm_view_rungs;
create index task_view_open_due on task_view (due_at) include (agency, name, level, due_on, case_group)
  where status = 'open' and not trial;
create index task_view_overdue on task_view (level desc, due_at) include (agency, case_group)
  where status = 'open' and not trial and due_at is not null;
create index task_view_untaken on task_view (opened_at) include (due_at, agency, case_group)
  where status = 'open' and not trial and assignee is null;
create index task_view_clockless on task_view (opened_at) include (assignee, agency, case_group)
  where status = 'open' and not trial and due_at is null;
create index task_view_under_way on task_view (agency, opened_at) include (case_group, element_id, name, status, due_at, clock_from)
  where status in ('open', 'suspended') and not trial;
create index task_view_done on task_view (ended_at) include (agency, element_id, name, opened_at, clock_from, due_at, case_group)
  where status = 'completed' and not trial;
create index task_view_live_of_case on task_view (case_id) include (status, trial, agency, role, assignee, opened_at, due_at)
  where status in ('open', 'suspended');
create index case_view_under_way on case_view (opened_at) include (case_group)
  where status in ('running', 'suspended', 'incident') and not trial;
create index case_view_latest on case_view (trial, opened_at desc nulls last, id desc) include (case_group);
create index case_view_ended on case_view (ended_at) include (case_group) where not trial and ended_at is not null;
create index case_view_quiet on case_view (clock) include (case_group, id, opened_by) where status = 'running' and not trial;
create index alarm_view_rungs on alarm_view (fired_at) include (task_id, level)
  where kind = 'rung' and not overtaken and fired_at is not null;
-- Also the way from a climbed rung to whose step it is.
alter table task_view drop constraint task_view_id_key;
create unique index task_view_id on task_view (id) include (agency, case_group, trial);

-- An index answers alone where the table's pages are known to be all visible: vacuum comes after a fiftieth of changed rows, not a fifth.
alter table task_view set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
alter table case_view set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
alter table alarm_view set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
