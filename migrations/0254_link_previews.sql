-- What the pages say of themselves to which a message links, where the organization wants that: reading them tells their servers of us.

create table room_setting (
  org_id uuid primary key references organization on delete cascade,
  link_previews boolean not null default false
);
alter table room_setting enable row level security;
create policy tenant on room_setting to rapport_app using (org_id = (select current_org()));
grant select, insert, update on room_setting to rapport_app;

alter table message add column previews jsonb not null default '[]';

create or replace function forget_message(message_id uuid) returns void language sql
security definer set search_path = public, pg_temp as $$
  update event set data = jsonb_set(data, '{message}', data->'message' || '{"text": "", "html": "", "snippet": "", "previews": []}')
  where org_id = current_org() and subject = 'message:' || message_id and audience like 'room:%' and data ? 'message'
$$;
create or replace function forget_messages(messages uuid[]) returns void language sql
security definer set search_path = public, pg_temp as $$
  update event set data = jsonb_set(data, '{message}', data->'message' || '{"text": "", "html": "", "snippet": "", "previews": []}')
  where org_id = current_org() and subject = any(array(select 'message:' || id from unnest(messages) as id))
    and audience like 'room:%' and data ? 'message'
$$;
