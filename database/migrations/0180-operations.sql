-- What an office and an operator do to a running case: tasks beside the procedure, notes, links between cases.

alter table task_view
  add column kind text not null default 'step',   -- step, extension, correction, adhoc
  add column asks jsonb,                          -- what an approval is asked for
  add column description text,                    -- what an added task asks
  add column added_by text;

-- How one case stands to another, from each side. Never deleted: what was taken back says so.
create table link_view (
  case_id text not null references case_view(id) on delete cascade,
  kind text not null,
  other_id text not null,
  number text not null,
  at timestamptz not null,
  removed boolean not null,
  primary key (case_id, kind, other_id)
);
create index link_view_other on link_view (other_id);

create table note_view (
  case_id text not null references case_view(id) on delete cascade,
  id text not null,
  text text not null,
  author text,
  on_behalf_of text,
  visible_to jsonb,                               -- null: all who see the case whole
  at timestamptz not null,
  primary key (case_id, id)
);

-- Attachments that another case sees too: chosen when it was split off. Written by the worker that opens it.
create table attachment_share (
  attachment_id text not null references attachment(id) on delete cascade,
  case_id text not null,
  primary key (attachment_id, case_id)
);
create index attachment_share_case on attachment_share (case_id);

-- What a case shows: its own, those of the cases that were merged into it, and those that came with it when it was split off.
create function attachments_of(wanted text) returns setof attachment language sql stable as $$
  with recursive here as (
    select wanted as case_id
    union select l.case_id from here join link_view l on l.other_id = here.case_id and l.kind = 'merged-into')
  select a.* from attachment a
  where a.case_id in (select case_id from here)
    or a.id in (select s.attachment_id from attachment_share s join here on here.case_id = s.case_id)
$$;

create function project_operations(p jsonb) returns void language plpgsql as $$
begin
  if p ? 'links' then
    insert into link_view select * from jsonb_populate_recordset(null::link_view, p->'links')
    on conflict (case_id, kind, other_id) do update set
      number = excluded.number, at = excluded.at, removed = excluded.removed;
  end if;
  if p ? 'notes' then
    insert into note_view select * from jsonb_populate_recordset(null::note_view, p->'notes')
    on conflict (case_id, id) do nothing;
  end if;
end $$;

-- A record that moves to another case stays whose it was.
create function keep_origin(records jsonb) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(
    case when r->>'status' = 'moved' then r || coalesce((
      select jsonb_build_object('agency', v.agency, 'element_id', v.element_id) from record_view v
      where v.case_id = r->>'case_id' and v.ledger = r->>'ledger' and v.id = r->>'id'), '{}') else r end), '[]')
  from jsonb_array_elements(records) r
$$;

alter function project_step(jsonb) rename to project_case;
create function project_step(p jsonb) returns void language plpgsql as $$
begin
  perform project_case(case when p ? 'records' then p || jsonb_build_object('records', keep_origin(p->'records')) else p end);
  perform project_operations(p);
end $$;
