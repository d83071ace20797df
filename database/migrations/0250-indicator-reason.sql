-- Why a version of an indicator was made.
alter table indicator add column reason text not null default '';
