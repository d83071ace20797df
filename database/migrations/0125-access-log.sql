-- 查阅记录: who read which case of work secrets and above, append-only; once a session and half hour for each object.
alter table access_log
  add column number text,                    -- of the case, for whoever may not see the case itself
  add column secrecy text not null,          -- as it was marked then
  add column object text not null,           -- case, attachment, export
  add column object_id text not null default '',
  add column session text not null,          -- beginning of the session's hash
  add column remote text not null,
  add column slot integer not null;
create unique index access_log_once on access_log (case_id, person_id, session, slot, object, object_id);
create index access_log_case on access_log (case_id, id desc);
create index access_log_person on access_log (person_id, id desc);
create trigger access_log_append_only before update or delete or truncate on access_log
  for each statement execute function trail_append_only();
