-- What a recurring procedure does besides opening cases: scores of 政治生态, warning rules over new data.
alter table recurring_procedure
  add column work text not null default 'case' check (work in ('case', 'ecology', 'rules')),
  add column subject text,                        -- of rules: the key of one; null: all that are on
  add column after_batch boolean not null default false,
  add column batches_since timestamptz;           -- batches received later are still to be taken up
alter table recurring_opening
  add column result jsonb,                        -- of work that is no case
  drop constraint recurring_opening_status_check,
  add constraint recurring_opening_status_check
    check (status in ('planned', 'ordered', 'opened', 'skipped', 'cancelled'));
create index recurring_opening_ordered on recurring_opening (id) where status = 'ordered';
