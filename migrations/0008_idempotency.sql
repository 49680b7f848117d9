-- What was asked with an Idempotency-Key, and what was answered. The row is written by the transaction that carries
-- the request out, so it is there exactly when that was done; the answer is added when it is known.

create table idempotency_key (
  org_id uuid not null references organization on delete cascade,
  -- `api_key:<id>`: two callers may choose the same key.
  actor text not null,
  key text not null,
  request_hash bytea not null,
  status smallint,
  -- Null beside a status: the answer held a secret, which is kept nowhere.
  headers jsonb,
  body text,
  created_at timestamptz not null default now(),
  primary key (org_id, actor, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);

alter table idempotency_key enable row level security;
create policy tenant on idempotency_key to rapport_app using (org_id = (select current_org()));
grant select, insert, update (status, headers, body) on idempotency_key to rapport_app;
create policy sweep on idempotency_key to rapport_system using (created_at < now() - interval '24 hours');
grant select, delete on idempotency_key to rapport_system;
