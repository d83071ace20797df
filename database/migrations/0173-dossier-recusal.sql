-- Whether somebody steps back from a person or a unit on a day, by decision (table recusal): under id or name, and of a person
-- under the units where a post is held that day.
create function recused_from(reader text, kind text, subject text, day date) returns boolean language sql stable as $$
  select exists (
    select from recusal r
    where r.person_id = reader and r.state = 'approved' and r.since <= day and coalesce(r.until >= day, true)
      and r.names && case kind
        when 'unit' then array(select subject union select t.name from unit_term t where t.unit_id = subject)
        else array(select subject union select c.name from cadre c where c.id = subject
                   union select c.account from cadre c where c.id = subject and c.account is not null
                   union select p.unit_id from cadre_post p where p.cadre_id = subject and p.since <= day
                     and coalesce(p.until >= day, true))
      end)
$$;
