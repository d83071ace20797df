-- 廉政档案: what is known of a person or a unit, each line with where it comes from. Lines are never changed or deleted: a
-- correction is a line of its own that replaces another, which stays to be seen.
create table dossier (
  subject_kind text not null check (subject_kind in ('cadre', 'unit')),
  subject_id text not null,
  opened_on date not null,
  opened_by text,                           -- null: by the first line that came
  sealed_on date,
  sealed_by text,
  seal_reason text,
  case_id text,                             -- the case that keeps it through its life
  primary key (subject_kind, subject_id),
  check ((sealed_on is null) = (seal_reason is null))
);
create table dossier_line (
  id text primary key,                      -- of a case: caseId:record:version
  subject_kind text not null check (subject_kind in ('cadre', 'unit')),
  subject_id text,                          -- null: nobody registered; the keeper has to find out who it is
  named text,                               -- how the procedure named the subject
  section text not null,                    -- key of definitions/dossier.yaml
  text text not null,
  happened_on date not null,
  form text,                                -- 第一 … 第四种形态
  document text,
  files text[] not null default '{}',
  source text not null check (source in ('case', 'self', 'keeper', 'import')),
  case_id text,
  case_number text,
  procedure text,
  element_id text,
  step text,                                -- name of the step that left it
  record_id text,
  event_at timestamptz not null,            -- when the step was made
  written_at timestamptz not null,          -- when it came here
  written_by text,                          -- who made the step or wrote the line; null: the system
  kind text not null default 'entry' check (kind in ('entry', 'correction', 'clarification', 'withdrawal')),
  replaces text references dossier_line(id),
  reason text
);
create index dossier_line_subject on dossier_line (subject_kind, subject_id, happened_on desc, id);
create index dossier_line_record on dossier_line (case_id, record_id) where case_id is not null;
create unique index dossier_line_replaces on dossier_line (replaces) where replaces is not null and kind <> 'clarification';
create index dossier_line_stray on dossier_line (written_at) where subject_id is null;
create table dossier_keeper (               -- 专人: by name
  person_id text not null references person(id),
  since date not null,
  until date,
  appointed_by text not null,
  primary key (person_id, since)
);
create table dossier_grant (                -- a leave to read
  id text primary key,
  readers text[] not null,
  subjects text[] not null,                 -- 'cadre:gb-001', 'unit:edu'
  sections text[],                          -- null: all
  purpose text not null,
  approved_by text,
  given_at timestamptz not null,
  until timestamptz not null,
  revoked_at timestamptz,
  case_id text
);
create index dossier_grant_readers on dossier_grant using gin (readers);
create table dossier_session (              -- two who read together
  id text primary key,
  grant_id text not null references dossier_grant(id),
  begun_by text not null,
  begun_at timestamptz not null,
  joined_by text,
  joined_at timestamptz,
  until timestamptz,
  check (joined_by is null or joined_by <> begun_by)
);
create table dossier_look (                 -- every look, append-only
  id bigint generated always as identity primary key,
  person_id text not null,
  with_person text,
  subject_kind text not null,
  subject_id text not null,
  sections text[] not null,
  lines integer not null,
  as_what text not null,                    -- keeper, grant, subject
  grant_id text,
  purpose text,
  at timestamptz not null
);
create index dossier_look_subject on dossier_look (subject_kind, subject_id, id desc);
create index dossier_look_person on dossier_look (person_id, id desc);
create function dossier_append_only() returns trigger language plpgsql as $$
begin
  -- a line may only find its subject
  if tg_table_name = 'dossier_line' and tg_op = 'UPDATE'
     and old.subject_id is null and to_jsonb(old) - 'subject_id' - 'subject_kind' = to_jsonb(new) - 'subject_id' - 'subject_kind' then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger dossier_line_append_only before update or delete on dossier_line for each row execute function dossier_append_only();
create trigger dossier_look_append_only before update or delete on dossier_look for each row execute function dossier_append_only();
