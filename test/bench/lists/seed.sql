-- A big city in one transaction: $CASES$ running cases of two open steps each and one that is done, as `record` would
-- leave them, without journals. Only for measuring lists; nothing of it may be acted on.
create temporary table word (place integer, subject text, matter text, step text, agency text, role text) on commit drop;
insert into word select row_number() over () - 1, w.* from (values
  ('云川市安居保障中心', '专项资金拨付', '处置意见', 'cdi', 'cdi.intake'),
  ('清源水务集团', '工程招标', '审计实施', 'audit', 'audit.staff'),
  ('青石镇人民政府', '惠民补贴', '组务会研判', 'insp', 'insp.team'),
  ('城东开发区管委会', '土地出让', '财政检查', 'fin', 'fin.staff'),
  ('市第二人民医院', '药品采购', '初步核实', 'cdi', 'cdi.oversight'),
  ('区教育局', '校舍维修', '审理意见', 'cdi', 'cdi.trial'),
  ('市交通投资公司', '合同变更', '整改方案', 'party', 'party.sec'),
  ('农业农村局', '项目验收', '线索移送', 'audit', 'audit.head'),
  ('县水利局', '资产处置', '函询答复', 'cdi', 'cdi.petition'),
  ('文化旅游局', '三公经费', '疑点登记', 'insp', 'insp.office'),
  ('市供销合作社', '仓储租赁', '资料调取', 'org', 'org.staff')
) w(subject, matter, step, agency, role);

insert into person (id, name, agency_id, created_at)
select 'p' || lpad(n::text, 4, '0'), '办理人' || n, w.agency, now() from generate_series(0, 499) n join word w on w.place = n % 11;
insert into post (person_id, agency_id, role, since)
select 'p' || lpad(n::text, 4, '0'), w.agency, w.role, '2020-01-01' from generate_series(0, 499) n join word w on w.place = n % 11;

insert into case_view (id, number, title, definition_key, version, trial, family, opened_by, starts_on, status, variables,
  agencies, people, opened_at, seq, clock, next_due_at, case_group)
select 'big-' || n, '量〔2026〕' || n || '号',
  a.subject || b.matter || case when n % 997 = 0 then '孤例材料' else '' end || '问题线索第' || n || '件',
  (array['XunShenJi', 'JiXunCaiShen', 'XianSuoBanLi', 'ZhengGai'])[n % 4 + 1], 1, false, 'big-' || n,
  'p' || lpad((n % 500)::text, 4, '0'), current_date - n % 200, 'running',
  jsonb_build_object('unit', 'unit' || n % 3 + 1, 'amount', n * 37, 'summary', '反映' || a.subject || '在' || b.matter ||
    '中手续不全、程序倒置，涉及金额' || n || '元，经办人' || w.matter || '未按规定回避，需进一步核实。', 'source', '信访举报'),
  g.agencies,
  array['p' || lpad((n % 500)::text, 4, '0')] || case when n % ($CASES$ / 60) = 0 then array['insp.team1'] else '{}' end,
  now() - (n % 200) * interval '1 day' - moment, 3, now() - (n % 30) * interval '1 day', now() + (n % 160 - 40) * interval '1 day',
  case_group_of((array['XunShenJi', 'JiXunCaiShen', 'XianSuoBanLi', 'ZhengGai'])[n % 4 + 1], g.agencies)
from generate_series(1, $CASES$) n cross join lateral (select n * 7919 % 79000 * interval '1 second' as moment) m
  join word a on a.place = n % 11 join word b on b.place = n / 11 % 11 join word w on w.place = n / 121 % 11
  cross join lateral (select array(select distinct agency from word where place in (n % 11, (n + 5) % 11, (n + 10) % 11)) as agencies) g;

-- Open steps: of ten, seven are in somebody's hands, sixty in those of insp.team1.
insert into task_view (case_id, id, element_id, name, agency, role, candidate_users, assignee, status, outcomes, opened_at,
  due_on, due_at, provisional, clock, scope_id, variables, trial, level, case_group)
select 'big-' || n, 'big-' || n || '.t' || k, w.role, w.step, w.agency, w.role, '{}',
  case when k = 1 and n % ($CASES$ / 60) = 0 then 'insp.team1'
       when (n + k) % 10 < 7 then 'p' || lpad((((n * 7 + k) % 45) * 11 + w.place)::text, 4, '0') end,
  case when n % 25 = 0 and k = 2 then 'suspended' else 'open' end, '{}',
  now() - (n % 90) * interval '1 day' - (n * 7919 + k * 104729) % 79000 * interval '1 second', due, due::timestamp + interval '1 day', false, 'internal', 's', '{}', false,
  case when due < current_date then least((current_date - due) / 7, 5) else 0 end, c.case_group
from generate_series(1, $CASES$) n cross join generate_series(1, 2) k join case_view c on c.id = 'big-' || n
  join word w on w.place = (n + k * 5) % 11
  cross join lateral (select case when (n + k) % 12 = 0 then null else current_date + (n * 31 + k * 17) % 160 - 30 end) d(due);

-- A step done a while ago.
insert into task_view (case_id, id, element_id, name, agency, role, candidate_users, assignee, status, outcomes, opened_at,
  provisional, ended_at, ended_by, scope_id, variables, trial, case_group)
select 'big-' || n, 'big-' || n || '.t0', w.role, w.step, w.agency, w.role, '{}', p, 'completed', '{}',
  now() - (n % 90 + 13) * interval '1 day', false, now() - (n % 90) * interval '1 day' - n * 7919 % 79000 * interval '1 second', p, 's', '{}', false, c.case_group
from generate_series(1, $CASES$) n join word w on w.place = n % 11 join case_view c on c.id = 'big-' || n
  cross join lateral (select 'p' || lpad((((n * 7) % 45) * 11 + w.place)::text, 4, '0')) h(p);

insert into alarm_view (case_id, id, task_id, element_id, kind, level, at, fired_at, overtaken, cancelled)
select case_id, id || '.' || a.kind, id, element_id, a.kind, a.level, due_at + a.after,
  case when due_at + a.after < now() then due_at + a.after end, false, false
from task_view cross join (values ('reminder', null, interval '-3 days'), ('due', null, interval '0'), ('rung', 1, interval '7 days')) a(kind, level, after)
where case_id like 'big-%' and due_at is not null;

insert into timeline (case_id, seq, position, kind, at, actor, task_id, data)
select case_id, row_number() over (partition by case_id order by opened_at, id), 0, 'task-opened', opened_at, null, id, '{}'
from task_view where case_id like 'big-%';
