-- Notifications by mail and by web push: a while after something came in, of what was not seen until then.

alter table inbox
  -- Whether what is urgent is told by mail and push also when they are not to be disturbed.
  add urgent_when_quiet boolean not null default true,
  -- How long what comes is gathered for one mail; null: no mail at all.
  add mail_minutes int default 60 check (mail_minutes between 0 and 10080),
  -- When something is to be told by this way next; null: nothing is.
  add mail_due_at timestamptz,
  add push_due_at timestamptz,
  -- In the links of mails, with which whoever has one may do nothing but end them.
  add unsubscribe_token text;
create index inbox_due on inbox (least(mail_due_at, push_due_at)) where mail_due_at is not null or push_due_at is not null;

alter table notification_cause
  -- Whether it is still to be told by this way.
  add to_mail boolean not null default false,
  add to_push boolean not null default false;
create index notification_cause_to_mail on notification_cause (org_id, user_id) where to_mail;
create index notification_cause_to_push on notification_cause (org_id, user_id) where to_push;

-- A browser that has let us push; it goes with the session in which it did.
create table push_subscription (
  org_id uuid not null,
  id uuid not null default new_id(),
  user_id uuid not null,
  session_id uuid not null references auth.session on delete cascade,
  -- A URL of the browser's maker, which is a secret: who has it may push.
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  -- In which it is told.
  language text not null check (language in ('en', 'de')),
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  -- Whoever uses the browser now.
  unique (org_id, endpoint),
  foreign key (org_id, user_id) references inbox on delete cascade
);
create index push_subscription_user on push_subscription (org_id, user_id);
create index push_subscription_session on push_subscription (session_id);

-- One mail, or one push, on its way to somebody.
create table notification_dispatch (
  org_id uuid not null,
  id uuid not null default new_id(),
  user_id uuid not null,
  -- Null: by mail.
  subscription_id uuid,
  event_ids bigint[] not null,
  -- How often it was begun. Who begins it says which attempt it is, so each is begun once.
  attempt int not null default 0,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  failed_at timestamptz,
  error text,
  primary key (org_id, id),
  foreign key (org_id, user_id) references inbox on delete cascade,
  foreign key (org_id, subscription_id) references push_subscription on delete cascade
);
create index notification_dispatch_subscription on notification_dispatch (org_id, subscription_id) where subscription_id is not null;
create index notification_dispatch_user on notification_dispatch (org_id, user_id);
create index notification_dispatch_age on notification_dispatch (created_at);

-- With which pushes are signed, of this installation; made when they are first needed. The private one is encrypted.
create table push_key (
  singleton boolean primary key default true check (singleton),
  public_key text not null,
  private_key text not null
);

do $$ declare
  of_table text;
begin
  foreach of_table in array '{push_subscription,notification_dispatch}'::text[] loop
    execute format('alter table %I enable row level security', of_table);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', of_table);
  end loop;
end $$;
grant select, insert, update, delete on push_subscription, notification_dispatch to rapport_app;
alter table push_key enable row level security;
create policy everybody on push_key to rapport_app using (true);
grant select, insert on push_key to rapport_app;

-- Whose time has come, for what a lost job left.
create policy watch on inbox for select to rapport_system using (true);
grant select (org_id, user_id, mail_due_at, push_due_at) on inbox to rapport_system;

create function purge_notification_dispatches(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone int;
begin
  delete from notification_dispatch where ctid = any(array(
    select ctid from notification_dispatch where created_at < now() - older_than limit batch
  ));
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function purge_notification_dispatches from public;
grant execute on function purge_notification_dispatches to rapport_system;
