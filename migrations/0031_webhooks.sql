-- Webhooks: where events are sent to as they happen, and the log of what was sent.

create table webhook (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  url text not null check (url <> ''),
  description text not null,
  -- `contact.created`, `contact.*` or `*`.
  event_types text[] not null,
  enabled boolean not null default true,
  -- Why it was disabled by itself.
  disabled_reason text,
  -- Both encrypted. The previous one is valid beside the new one for a while.
  secret text not null,
  previous_secret text,
  previous_secret_until timestamptz,
  -- Of the event log: deliveries have been made of everything up to here, and since when.
  cursor text not null,
  collected_at timestamptz not null,
  -- The first failure after which nothing got through; null while all is well.
  failing_since timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id)
);

create table webhook_delivery (
  org_id uuid not null,
  webhook_id uuid not null,
  id uuid not null default new_id(),
  cause text not null check (cause in ('event', 'replay', 'test')),
  -- Its data is read when it is sent, and stored once: in the event. Null for a test.
  event_id bigint,
  event_type text not null,
  status text not null default 'pending' check (status in ('pending', 'succeeded', 'failed', 'cancelled')),
  -- Of each: when, how long, the status of the answer, or why there was none.
  attempts jsonb not null default '[]',
  -- The beginning of the last answer.
  response_body text,
  next_attempt_at timestamptz,
  -- Somebody is at it; after this time they are dead.
  claimed_until timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, webhook_id, id),
  foreign key (org_id, webhook_id) references webhook on delete cascade
);
-- However often the log is read, an event is delivered once by itself.
create unique index webhook_delivery_once on webhook_delivery (org_id, webhook_id, event_id) where cause = 'event';
create index webhook_delivery_due on webhook_delivery (org_id, webhook_id, next_attempt_at) where status = 'pending';
create index webhook_delivery_claimed on webhook_delivery (org_id, webhook_id, claimed_until) where claimed_until is not null;
create index webhook_delivery_status on webhook_delivery (org_id, webhook_id, status, id);
-- For the purge, which goes by age.
create index webhook_delivery_by_age on webhook_delivery using brin (created_at);

alter table webhook enable row level security;
alter table webhook_delivery enable row level security;
create policy tenant on webhook to rapport_app using (org_id = (select current_org()));
create policy tenant on webhook_delivery to rapport_app using (org_id = (select current_org()));
grant select, insert, update, delete on webhook to rapport_app;
grant select, insert, update on webhook_delivery to rapport_app;
-- Which organizations have any.
create policy watch on webhook for select to rapport_system using (true);
grant select (org_id, enabled) on webhook to rapport_system;

-- Deliveries older than the retention, a batch at a time; returns how many went. No attempt is due for that long.
create function purge_webhook_deliveries(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone int;
begin
  delete from webhook_delivery where ctid = any(array(
    select ctid from webhook_delivery where created_at < now() - older_than and status <> 'pending' limit batch
  ));
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function purge_webhook_deliveries from public;
grant execute on function purge_webhook_deliveries to rapport_system;
