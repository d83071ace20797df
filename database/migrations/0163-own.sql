-- What belongs to a person: views of lists, how the pages look, the address of a calendar.
create table list_view (                    -- a list's filters under a name, for oneself or for one's agency
  id text primary key,
  owner_id text not null references person(id),
  page text not null,                       -- work or cases
  name text not null,
  search jsonb not null,
  shared_with text references agency(id),   -- the agency that sees it too
  changed_at timestamptz not null
);
create index list_view_owner on list_view (owner_id, page);
create index list_view_shared on list_view (shared_with, page) where shared_with is not null;

create table preference (
  person_id text primary key references person(id),
  content jsonb not null,
  changed_at timestamptz not null
);

create table calendar_feed (                -- the token is told once; whoever has the address sees the person's deadlines
  token_hash text primary key,
  person_id text not null references person(id),
  created_at timestamptz not null,
  last_read_at timestamptz
);
create unique index calendar_feed_person on calendar_feed (person_id);
