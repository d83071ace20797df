-- A warning rule is FEEL or a decision table; it may know other indicators of the same unit and period.
alter table warning_rule alter column feel drop not null;
alter table warning_rule add column inputs jsonb not null default '[]';   -- [{ name, indicator }]
alter table warning_rule add column dmn text;                             -- the document as it was handed in
alter table warning_rule add column model jsonb;                          -- what it was compiled to
alter table warning_rule add column reason text not null default '';
alter table warning_rule add constraint warning_rule_logic check ((feel is null) <> (dmn is null) and (dmn is null) = (model is null));
