-- Ledgers as lists show them: what steps have written, and beside it what nobody writes because it follows from the clocks:
-- steps that climbed the ladder to where they are supervised (督办).
create view ledger_row as
  select case_id, ledger, id, status, data, agency, element_id, trial, created_at, changed_at from record_view
  union all
  select t.case_id, 'supervision', t.id, case when t.status in ('open', 'suspended') then 'open' else 'closed' end,
         jsonb_build_object('title', t.name, 'level', t.level, 'agency', t.agency, 'dueOn', t.due_on, 'role', t.role,
                            'firedOn', (max(a.fired_at) at time zone 'Asia/Shanghai')::date),
         t.agency, t.element_id, t.trial, min(a.fired_at), coalesce(t.ended_at, max(a.fired_at))
  from task_view t join alarm_view a on a.case_id = t.case_id and a.task_id = t.id
  where a.kind = 'rung' and a.level >= 2 and a.fired_at is not null and not a.overtaken
  group by t.case_id, t.id;
create index record_view_unit on record_view (ledger, (data->>'unit'));
create index alarm_view_supervised on alarm_view (case_id, task_id) where kind = 'rung' and level >= 2 and fired_at is not null;
