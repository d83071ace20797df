-- Periods and ladders change by whole versions; each says what it changed, and which changes running clocks take up too.
alter table rule_set
  add column taken jsonb not null default '{}',   -- period → version of the rules and the period as running clocks take it
  add column changes jsonb not null default '[]', -- what this version changed against the one before
  add column reason text;

-- What a due date is computed from, so that what-if over thousands of cases asks the read model alone.
alter table task_view add column position jsonb;
alter table alarm_view add column counted jsonb;

-- As it was, with the two new columns. Every list holds whole rows; `level` only rises.
create or replace function project_rows(p jsonb) returns void language plpgsql as $$
begin
  insert into case_view select * from jsonb_populate_record(null::case_view, p->'case')
  on conflict (id) do update set
    title = excluded.title, definition_key = excluded.definition_key, version = excluded.version,
    starts_on = excluded.starts_on, status = excluded.status, secrecy = excluded.secrecy,
    variables = excluded.variables, agencies = excluded.agencies, people = excluded.people,
    ended_at = excluded.ended_at, end_state = excluded.end_state, seq = excluded.seq, hash = excluded.hash,
    clock = excluded.clock, next_due_at = excluded.next_due_at,
    confirmed_seq = greatest(case_view.confirmed_seq, excluded.confirmed_seq);

  if p ? 'tasks' then
    insert into task_view select * from jsonb_populate_recordset(null::task_view, p->'tasks')
    on conflict (case_id, id) do update set
      name = excluded.name, agency = excluded.agency, role = excluded.role,
      candidate_users = excluded.candidate_users, assignee = excluded.assignee, owner = excluded.owner,
      status = excluded.status, outcomes = excluded.outcomes, outcome = excluded.outcome, form = excluded.form,
      letter = excluded.letter, basis = excluded.basis, clock = excluded.clock, period = excluded.period,
      clock_from = excluded.clock_from, due_on = excluded.due_on, due_at = excluded.due_at,
      provisional = excluded.provisional, ended_at = excluded.ended_at, ended_by = excluded.ended_by,
      priority = excluded.priority, scope_id = excluded.scope_id, variables = excluded.variables,
      element_id = excluded.element_id, opened_at = excluded.opened_at, loop_counter = excluded.loop_counter,
      position = excluded.position;
  end if;

  if p ? 'alarms' then
    insert into alarm_view select * from jsonb_populate_recordset(null::alarm_view, p->'alarms')
    on conflict (case_id, id) do update set
      at = excluded.at, fired_at = excluded.fired_at, overtaken = excluded.overtaken, cancelled = excluded.cancelled,
      level = excluded.level, task_id = excluded.task_id, element_id = excluded.element_id, kind = excluded.kind,
      counted = excluded.counted;
    update task_view t set level = fired.level
    from (select case_id, task_id, max(level) as level from jsonb_populate_recordset(null::alarm_view, p->'alarms')
          where fired_at is not null and level is not null group by case_id, task_id) fired
    where t.case_id = fired.case_id and t.id = fired.task_id and t.level < fired.level;
  end if;

  if p ? 'incidents' then
    insert into incident_view select * from jsonb_populate_recordset(null::incident_view, p->'incidents')
    on conflict (case_id, id) do update set
      code = excluded.code, message = excluded.message, remedy = excluded.remedy, resolved_at = excluded.resolved_at,
      element_id = excluded.element_id, opened_at = excluded.opened_at;
  end if;

  if p ? 'children' then
    insert into child_view select * from jsonb_populate_recordset(null::child_view, p->'children')
    on conflict (case_id, child_id) do update set
      number = excluded.number, status = excluded.status, definition_key = excluded.definition_key,
      element_id = excluded.element_id;
  end if;

  if p ? 'waits' then
    delete from wait_view where case_id = p->'case'->>'id';
    insert into wait_view select * from jsonb_populate_recordset(null::wait_view, p->'waits');
  end if;

  if p ? 'records' then
    insert into record_view select * from jsonb_populate_recordset(null::record_view, p->'records')
    on conflict (case_id, ledger, id) do update set
      -- a change names only the fields that change
      status = excluded.status, data = record_view.data || excluded.data, agency = excluded.agency,
      element_id = excluded.element_id, changed_at = excluded.changed_at;
  end if;

  insert into timeline select * from jsonb_populate_recordset(null::timeline, p->'timeline');
end $$;
