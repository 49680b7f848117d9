-- The organization is the tenant: every tenant table carries org_id first in its key, and a policy on it.

-- uuidv7() exists from PostgreSQL 18 on; before it, the same layout by hand.
do $$ begin
  if current_setting('server_version_num')::int >= 180000 then
    create function new_id() returns uuid language sql volatile parallel safe as 'select uuidv7()';
  else
    create function new_id() returns uuid language sql volatile parallel safe as $id$
      select encode(
        set_bit(set_bit(
          overlay(uuid_send(gen_random_uuid())
            placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
          52, 1), 53, 1),
        'hex')::uuid
    $id$;
  end if;
end $$;

-- The organization that this transaction works for. Null, so that nothing is found, where none was named.
create function current_org() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('rapport.org_id', true), '')::uuid
$$;

create table organization (
  id uuid primary key default new_id(),
  name text not null check (name <> ''),
  created_at timestamptz not null default now()
);

-- A person who signs in; may be a member of several organizations.
create table "user" (
  id uuid primary key default new_id(),
  name text not null check (name <> ''),
  email text not null unique check (email = lower(email)),
  created_at timestamptz not null default now()
);

create table member (
  org_id uuid not null references organization on delete cascade,
  user_id uuid not null references "user" on delete cascade,
  role text not null check (role in ('owner', 'admin', 'member', 'guest')),
  created_at timestamptz not null default now(),
  primary key (org_id, user_id)
);
create index member_user on member (user_id);

create table api_key (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  name text not null check (name <> ''),
  -- The first characters, to tell keys apart; the key itself is nowhere.
  prefix text not null,
  hash bytea not null unique,
  role text not null check (role in ('admin', 'member', 'guest')),
  created_by uuid references "user" on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id)
);

alter table organization enable row level security;
alter table "user" enable row level security;
alter table member enable row level security;
alter table api_key enable row level security;

create policy tenant on organization to rapport_app using (id = (select current_org()));
create policy tenant on member to rapport_app using (org_id = (select current_org()));
create policy tenant on api_key to rapport_app using (org_id = (select current_org()));
-- An organization sees its own members only.
create policy fellow on "user" to rapport_app using (
  exists (select from member where user_id = "user".id and member.org_id = (select current_org()))
);

grant select, insert, update on organization to rapport_app;
grant select, insert, update, delete on member to rapport_app;
grant select on "user" to rapport_app;
grant select, insert, update on api_key to rapport_app;

-- A function with its owner's rights names pg_temp last: left out, temporary tables of the caller would come first.

-- Who holds this key? Asked before the organization is known; answers only to a hash that is in use, and notes the use.
create function use_api_key(key_hash bytea) returns table (org_id uuid, id uuid, role text)
language sql security definer set search_path = public, pg_temp as $$
  update api_key set last_used_at = now()
  where hash = key_hash and (last_used_at is null or last_used_at < now() - interval '1 minute');
  select org_id, id, role from api_key
  where hash = key_hash and revoked_at is null and (expires_at is null or expires_at > now())
$$;
revoke execute on function use_api_key from public;
grant execute on function use_api_key to rapport_app;

-- The user with this address, made if there is none: an address is one person, whatever organizations they are in.
create function ensure_user(user_name text, user_email text) returns uuid
language sql security definer set search_path = public, pg_temp as $$
  insert into "user" (name, email) values (user_name, lower(user_email))
  on conflict (email) do update set email = excluded.email
  returning id
$$;
revoke execute on function ensure_user from public;
grant execute on function ensure_user to rapport_app;

-- For the command line, which works for the only organization when there is just one.
create function list_organizations() returns table (id uuid, name text, owner_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select organization.id, organization.name,
    (select user_id from member where org_id = organization.id and role = 'owner' order by created_at limit 1)
  from organization order by created_at limit 100
$$;
revoke execute on function list_organizations from public;
grant execute on function list_organizations to rapport_system;
