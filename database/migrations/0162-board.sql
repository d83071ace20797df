-- The board's figures and what stands still, each from an index of its own, however many steps are open.
create index task_view_open_due on task_view (due_at) include (case_id, agency, level, due_on, clock)
  where status = 'open' and not trial;
create index task_view_overdue on task_view (level desc, due_at) where status = 'open' and not trial and due_at is not null;
create index task_view_custody on task_view (due_at) where status in ('open', 'suspended') and not trial and clock = 'custody';
create index task_view_untaken on task_view (opened_at) include (due_at) where status = 'open' and not trial and assignee is null;
create index task_view_clockless on task_view (opened_at) where status = 'open' and not trial and due_at is null;
create index task_view_suspended on task_view (opened_at) where status = 'suspended' and not trial;
create index task_view_done on task_view (ended_at) include (case_id, element_id, name, opened_at)
  where status = 'completed' and not trial;
create index case_view_latest on case_view (trial, opened_at desc nulls last, id desc);
create index alarm_view_rungs on alarm_view (fired_at) include (task_id) where kind = 'rung' and fired_at is not null;
create index incident_view_standing on incident_view (opened_at) where resolved_at is null;
