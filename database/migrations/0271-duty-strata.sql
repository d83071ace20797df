-- What the half-yearly sample of a list is drawn among: all its obligations, or those of each lead unit, area, or marked items
-- and others apart. Lists from before are drawn as they were.
alter table duty_list
  add strata text not null default 'none' check (strata in ('none', 'unit', 'area', 'marks'));
