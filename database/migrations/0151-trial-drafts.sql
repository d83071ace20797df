-- The drawing that a trial of a draft runs by: it has no published version (its case says version 0).
-- Taken away with the trial: forget_trial goes by the column case_id.
create table trial_draft (
  case_id text primary key,                 -- the trial's first case
  document bytea not null,
  model jsonb not null
);
