/**
 * Warning rules whose newest version is on, with the sources that feed them, by their indicator or by the others that they ask,
 * and the period of their indicator, as a table.
 */
export const liveRules = `(
  with newest as (select distinct on (key) key, source_id, definition from indicator order by key, version desc)
  select w.key, i.definition->>'period' as period,
    array(select n.source_id from newest n where n.key = w.indicator
      or n.key in (select asked->>'indicator' from jsonb_array_elements(w.inputs) asked)) as sources
  from (select distinct on (key) key, status, indicator, inputs from warning_rule order by key, version desc) w
    join newest i on i.key = w.indicator
  where w.status = 'on'
)`;
