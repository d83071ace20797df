-- 派驻纪检监察组: which group watches over a unit, from the day on from which its term says so. Terms from before name none.
alter table unit_term add group_id text references agency(id);
create index unit_term_group on unit_term (group_id) where group_id is not null;
