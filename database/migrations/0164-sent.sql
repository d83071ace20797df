-- Whose act brought a step, for lists.
create index timeline_opened on timeline (task_id) where kind = 'task-opened';
