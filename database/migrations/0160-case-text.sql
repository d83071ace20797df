-- What a search reads of a case: PostgreSQL has no tokeniser for Chinese, so single characters and pairs of neighbours
-- are kept with an index over them. Made from the read model by the database itself when a step is written, so that no
-- writer forgets it; the twins of `verify` have no triggers and need none.

create table case_text (
  case_id text primary key references case_view(id) on delete cascade,
  head text not null,                       -- number and title
  steps text not null,                      -- names of its steps
  body text not null,                       -- texts of its variables, with the names of agencies and people for their ids
  grams text[] not null,                    -- of all three
  keys text[] not null                      -- agencies and people of its circle, and 'live' while a step is under way
);
-- Both at once, so that a frequent word costs no more than what its reader may see of it.
create index case_text_found on case_text using gin (grams, keys);

-- Half-width, small letters, no brackets: 联纪〔2026〕101号 is found by 联纪(2026)101 and by 联纪2026101.
create function plain_text(text) returns text language sql immutable strict parallel safe as
$$ select translate(normalize($1, NFKC), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ〔〕[]()【】《》「」“”"''', 'abcdefghijklmnopqrstuvwxyz') $$;

-- Each character, and each with its neighbour; blanks separate.
create function grams_of(text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct gram), '{}') from (
    select letter, lead(letter) over (order by place) as next
    from string_to_table($1, null) with ordinality as letters(letter, place)
  ) pairs, lateral (values (letter), (letter || next)) of_letter(gram)
  where letter !~ '\s' and gram is not null and (gram = letter or next !~ '\s')
$$;

create function refresh_case_text(wanted text) returns void language plpgsql as $$
declare
  found_case record;
  new_steps text;
  new_body text;
  new_keys text[];
begin
  select number, title, variables, agencies, people, opened_by into found_case from case_view where id = wanted;
  if not found then
    return;
  end if;
  select coalesce(string_agg(name, ' ' order by name), '') into new_steps
  from (select distinct name from task_view where case_id = wanted) names;
  select coalesce(string_agg(concat_ws(' ', said, agency.name, person.name), ' ' order by said), '') into new_body
  from (select distinct value #>> '{}' as said from jsonb_path_query(found_case.variables, 'strict $.**') value
        where jsonb_typeof(value) in ('string', 'number')) texts
  left join agency on agency.id = said left join person on person.id = said;
  found_case.title := plain_text(found_case.number || ' ' || found_case.title);
  new_steps := plain_text(new_steps);
  new_body := left(plain_text(new_body), 50000);
  new_keys := array(select distinct key from unnest(found_case.agencies || found_case.people || found_case.opened_by ||
    case when exists (select from task_view where case_id = wanted and status in ('open', 'suspended')) then 'live' end) key
    where key is not null order by key);
  if exists (select from case_text where case_id = wanted and keys = new_keys and head = found_case.title and steps = new_steps and body = new_body) then
    return;
  end if;
  insert into case_text (case_id, head, steps, body, grams, keys)
  values (wanted, found_case.title, new_steps, new_body,
    grams_of(concat_ws(' ', found_case.title, new_steps, new_body)), new_keys)
  on conflict (case_id) do update set head = excluded.head, steps = excluded.steps, body = excluded.body,
    grams = excluded.grams, keys = excluded.keys;
end $$;

create function case_text_follows() returns trigger language plpgsql as $$
begin
  perform refresh_case_text(new.id);
  return null;
end $$;
-- At the end of the step, when its tasks are written too.
create constraint trigger case_text_follows after insert or update on case_view
  deferrable initially deferred for each row execute function case_text_follows();

select refresh_case_text(id) from case_view;
