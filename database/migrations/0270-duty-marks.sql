-- What the items of a list are marked by: 实际权限, 重点时间, 重点环节, as people write them. Versions from before have none.
alter table duty_item
  add powers text[] not null default '{}',
  add times text[] not null default '{}',
  add stages text[] not null default '{}';
