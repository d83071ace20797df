-- 代理: one acts for another from day to day, for all steps or for some procedures and roles.
create table deputy (
  id uuid primary key default gen_random_uuid(),
  principal_id text not null references person(id),
  deputy_id text not null references person(id),
  since date not null,
  until date not null,                                    -- the last day
  definition_keys text[],                                 -- null: all
  roles text[],                                           -- null: all
  reason text,
  given_by text not null,
  given_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoke_reason text
);
create index deputy_deputy on deputy (deputy_id, until) where revoked_at is null;
create index deputy_principal on deputy (principal_id, until) where revoked_at is null;

-- 不在岗: leave, journeys, courses; from day to day.
create table absence (
  id uuid primary key default gen_random_uuid(),
  person_id text not null references person(id),
  since date not null,
  until date not null,                                    -- the last day
  kind text not null,                                     -- leave, travel, training, secondment, other
  note text,
  entered_by text not null,
  entered_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by text
);
create index absence_person on absence (person_id, until) where cancelled_at is null;

-- Whom somebody acts for on this day, as domain/access.ts knows a principal. (plpgsql: posts_on comes later.)
create function principals_of(person text, today date) returns jsonb language plpgsql stable as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'user', q.id, 'name', q.name, 'agency', q.agency_id,
        'roles', to_jsonb(d.roles), 'definitionKeys', to_jsonb(d.definition_keys), 'posts', (
          select coalesce(jsonb_agg(jsonb_build_object('role', o.role, 'agency', o.agency_id, 'parent', o.parent_id)
                                    order by o.since, o.role, o.agency_id), '[]')
          from posts_on(today) o where o.person_id = q.id and (d.roles is null or o.role = any(d.roles)))) order by q.id), '[]')
    from deputy d join person q on q.id = d.principal_id and q.active
    where d.deputy_id = person and d.since <= today and d.until >= today and d.revoked_at is null);
end $$;
