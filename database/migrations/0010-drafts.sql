-- What somebody has filled in and not yet handed in: one row a person and task. No reference to the read model,
-- which a rebuild empties.
create table draft (
  person_id text not null references person(id),
  task_id text not null,
  content jsonb not null,
  saved_at timestamptz not null,
  primary key (person_id, task_id)
);
