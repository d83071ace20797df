-- 政治生态: the weights as versioned data, and the score of each unit and quarter with all that explains it. Written by the API alone.
create table ecology_model (
  version int primary key,
  model jsonb not null,                      -- { parts: [{ indicator, weight, full, zero }], yellow, red }
  made_by text not null,
  made_at timestamptz not null,
  reason text not null default ''
);
create table ecology_score (
  unit_id text not null references agency(id),
  period text not null,
  version int not null references ecology_model(version),
  score numeric not null,
  level text not null check (level in ('green', 'yellow', 'red')),
  parts jsonb not null,
  missing text[] not null,
  case_id text not null unique,
  scored_at timestamptz not null,
  scored_by text not null,
  primary key (unit_id, period)
);
