-- Services that workers offer to procedures (ld:activity). Each worker writes its own when it starts: a procedure that
-- names another one is told so at publication.
create table service (
  name text primary key,
  seen_at timestamptz not null
);
