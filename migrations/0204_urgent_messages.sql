-- Urgent messages: each asks some people to acknowledge it, and tells them again until they have.

alter table message add column urgent_until timestamptz;

-- Whom a message asks, and when they have acknowledged it.
create table acknowledgement (
  org_id uuid not null,
  message_id uuid not null,
  user_id uuid not null,
  acknowledged_at timestamptz,
  primary key (org_id, message_id, user_id),
  foreign key (org_id, message_id) references message on delete cascade
);

alter table acknowledgement enable row level security;
create policy tenant on acknowledgement to rapport_app using (org_id = (select current_org()));
grant select, insert, update, delete on acknowledgement to rapport_app;

-- For how many urgent messages somebody has sent lately.
create index message_urgent on message (org_id, author_id, created_at) where urgent_until is not null;
