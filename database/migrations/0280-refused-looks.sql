-- 查阅记录: a look that was refused is kept like one that was allowed; so are looks at dossiers that were refused and at rows
-- of the supervision platform, which belong to no case and are written once a session and half hour too.
alter table access_log add column refused boolean not null default false;
drop index access_log_once;
create unique index access_log_once on access_log (case_id, person_id, session, slot, object, object_id, refused);
create unique index access_log_once_elsewhere on access_log (person_id, session, slot, object, object_id, refused)
  where case_id is null and object in ('dossier', 'rows');
