-- 回避: who does nothing in a case, or with a unit or a person, why, and who decided so (监察法 67; 政务处分法 47, 48).
create table recusal (
  id uuid primary key default gen_random_uuid(),
  person_id text not null references person(id),
  case_id text,                             -- a case and its family, or
  family text,
  party text,                               -- a unit or a person, under every name that cases may call it
  party_kind text check (party_kind in ('unit', 'subject')),
  names text[],
  ground text not null,                     -- relative, witness, interest, other
  note text,
  hides boolean not null,                   -- loses sight of the case as well
  since date not null,
  until date,                               -- the last day
  state text not null check (state in ('asked', 'approved', 'refused', 'lifted')),
  asked_by text not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  lifted_by text,
  lifted_at timestamptz,
  check ((case_id is null) = (family is null) and (case_id is null) <> (party is null)),
  check ((party is null) = (names is null) and (party is null) = (party_kind is null))
);
create index recusal_person on recusal (person_id) where state = 'approved';
create index recusal_asked on recusal (asked_at) where state = 'asked';
-- What the cases were told, so that a decision that was broken off can be gone on with.
create table recusal_case (
  recusal_id uuid not null references recusal(id) on delete cascade,
  case_id text not null,
  told boolean not null,
  code text,
  message text,
  primary key (recusal_id, case_id)
);

-- Whether a family of cases is about one who is called by one of these names: as an agency, or anywhere in its data.
create function concerns(names text[], of_family text) returns boolean language sql stable as $$
  select exists (
    select from case_view f where f.family = of_family and (
      f.agencies && names
      or exists (select from unnest(names) as n
                 where jsonb_path_exists(f.variables, '$.** ? (@ == $n)', jsonb_build_object('n', n)))
      or exists (select from record_view v, unnest(names) as n
                 where v.case_id = f.id and jsonb_path_exists(v.data, '$.** ? (@ == $n)', jsonb_build_object('n', n)))))
$$;

-- 'hidden' or 'barred' for whoever steps back from this family on this day, else null.
create function recusal_of(person text, of_family text, today date) returns text language sql stable as $$
  select case when bool_or(r.hides) then 'hidden' when count(*) > 0 then 'barred' end
  from recusal r
  where r.person_id = person and r.state = 'approved' and r.since <= today and coalesce(r.until >= today, true)
    and (r.family = of_family or concerns(r.names, of_family))
$$;
