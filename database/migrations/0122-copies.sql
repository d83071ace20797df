-- 抄送: copies of a case or of one step, with receipts. Part of the read model: project_step writes it.
create table copy_view (
  case_id text not null references case_view(id) on delete cascade,
  id text not null unique,
  person_id text not null,
  sent_by text,
  task_id text,                             -- null: the whole case
  text text,
  sent_at timestamptz not null,
  read_at timestamptz,
  recalled_at timestamptz,
  trial boolean not null,
  primary key (case_id, id)
);
create index copy_view_person on copy_view (person_id, sent_at desc, id);
-- A receipt for a copy of a case that has ended: its workflow hears nothing any more.
create table copy_receipt (
  copy_id text primary key,
  person_id text not null,
  read_at timestamptz not null
);

create function project_copies(p jsonb) returns void language plpgsql as $$
begin
  if p ? 'copies' then
    insert into copy_view select * from jsonb_populate_recordset(null::copy_view, p->'copies')
    on conflict (case_id, id) do update set read_at = excluded.read_at, recalled_at = excluded.recalled_at;
  end if;
end $$;

alter function project_step(jsonb) rename to project_rows;
create function project_step(p jsonb) returns void language plpgsql as $$
begin
  perform project_rows(p);
  perform project_copies(p);
end $$;
