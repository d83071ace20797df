/** Warning rules whose newest version is on, with the source that feeds them and the period of their indicator, as a table. */
export const liveRules = `(
  select w.key, i.source_id as source, i.definition->>'period' as period
  from (select distinct on (key) key, status, indicator from warning_rule order by key, version desc) w
    join (select distinct on (key) key, source_id, definition from indicator order by key, version desc) i on i.key = w.indicator
  where w.status = 'on'
)`;
