-- A post in a unit that is no more gives no rights any longer: whoever held it is somebody only where the unit has gone to.
create or replace function posts_on(day date)
returns table (person_id text, agency_id text, parent_id text, role text, title text, since date)
language sql stable as $$
  with recursive estate (heir_id, agency_id) as (
    select u.successor_id, u.agency_id from unit u where u.successor_id is not null and u.until < day
    union
    select u.successor_id, e.agency_id from estate e join unit u on u.agency_id = e.heir_id
    where u.successor_id is not null and u.until < day
  ), held as (
    select * from post p where p.since <= day and (p.until is null or p.until >= day)
      and not exists (select from unit u where u.agency_id = p.agency_id and u.until < day)
  )
  select h.person_id, h.agency_id, a.parent_id, h.role, h.title, h.since
  from held h join agency a on a.id = h.agency_id
  union
  select h.person_id, e.agency_id, a.parent_id, h.role, h.title, h.since
  from held h join estate e on e.heir_id = h.agency_id join agency a on a.id = e.agency_id
$$;
