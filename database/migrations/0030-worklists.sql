-- Worklists: by due day for all, what is offered by name, what belongs to whoever opened the case, what somebody has done.
create index task_view_live on task_view (trial, due_at, id) where status in ('open', 'suspended');
create index task_view_named on task_view using gin (candidate_users)
  where status in ('open', 'suspended') and assignee is null and candidate_users <> '{}';
create index case_view_opened_by on case_view (opened_by);
create index task_view_ended_by on task_view (ended_by, ended_at) where ended_by is not null;
