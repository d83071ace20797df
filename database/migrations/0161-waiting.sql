-- 等待他人: what somebody has delegated, and the steps that are under way in a case.
create index task_view_owner on task_view (owner) where status in ('open', 'suspended') and owner is not null;
create index task_view_live_of_case on task_view (case_id) where status in ('open', 'suspended');
-- What a person has not read yet is asked for every few seconds.
create index notice_unread on notice (person_id) where read_at is null;
