-- Who has a step's page open: told to the others, and worth nothing after a minute.
create unlogged table presence (
  task_id text not null,
  person_id text not null references person(id),
  seen_at timestamptz not null,
  primary key (task_id, person_id)
);
