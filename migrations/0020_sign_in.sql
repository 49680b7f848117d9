-- Signing in. Passwords, sessions and what else better-auth keeps are in a schema of its own, which the application's role
-- cannot read: rapport_auth can, and nothing of an organization's data.

create schema auth;
grant usage on schema auth to rapport_auth;

alter table "user"
  add column email_verified boolean not null default false,
  add column two_factor_enabled boolean not null default false,
  add column image text,
  add column updated_at timestamptz not null default now();
create policy sign_in on "user" to rapport_auth using (true);
grant select, insert, update on "user" to rapport_auth;

create table auth.account (
  id uuid primary key default new_id(),
  user_id uuid not null references public."user" on delete cascade,
  -- `credential` for a password, `oidc` for single sign-on.
  provider_id text not null,
  account_id text not null,
  -- scrypt, with its salt.
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_by_user on auth.account (user_id);

create table auth.session (
  id uuid primary key default new_id(),
  user_id uuid not null references public."user" on delete cascade,
  -- SHA-256 of what the cookie holds.
  token_hash text not null unique,
  -- The organization that it works in now.
  org_id uuid references public.organization on delete set null,
  method text not null default 'password' check (method in ('password', 'passkey', 'oidc')),
  address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_by_user on auth.session (user_id);
create index session_by_org on auth.session (org_id);

-- What proves something once: a link in a mail, the middle of a sign-in. Both sides are hashes or harmless.
create table auth.verification (
  id uuid primary key default new_id(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);
create index verification_expiry on auth.verification (expires_at);

create table auth.two_factor (
  id uuid primary key default new_id(),
  user_id uuid not null unique references public."user" on delete cascade,
  -- Both encrypted.
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);

create table auth.passkey (
  id uuid primary key default new_id(),
  user_id uuid not null references public."user" on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null default now()
);
create index passkey_by_user on auth.passkey (user_id);

-- A browser in which somebody has signed in before: SHA-256 of its cookie.
create table auth.device (
  user_id uuid not null references public."user" on delete cascade,
  hash bytea not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  primary key (user_id, hash)
);

grant select, insert, update, delete on all tables in schema auth to rapport_auth;

alter table organization
  -- Members without a second factor reach nothing until they have one.
  add column require_two_factor boolean not null default false,
  -- Nobody gets in any more; what it has is being erased.
  add column deleted_at timestamptz;

alter table member add column last_seen_at timestamptz;

-- Across organizations: which of them a person is in.
create policy sign_in on member for select to rapport_auth using (true);
create policy sign_in on organization for select to rapport_auth using (true);
grant select on member, organization to rapport_auth;

-- What a key may do: read, write as well, administer as well.
alter table api_key add column scope text check (scope in ('read', 'write', 'admin'));
update api_key set scope = case role when 'admin' then 'admin' when 'member' then 'write' else 'read' end;
alter table api_key alter column scope set not null, drop column role;

drop function use_api_key;
create function use_api_key(key_hash bytea) returns table (org_id uuid, id uuid, scope text, plan text)
language sql security definer set search_path = public, pg_temp as $$
  update api_key set last_used_at = now()
  where hash = key_hash and (last_used_at is null or last_used_at < now() - interval '1 minute');
  select api_key.org_id, api_key.id, api_key.scope, organization.plan
  from api_key join organization on organization.id = api_key.org_id
  where hash = key_hash and revoked_at is null and (expires_at is null or expires_at > now()) and deleted_at is null
$$;
revoke execute on function use_api_key from public;
grant execute on function use_api_key to rapport_app;

-- Who has this session, where, and as what? Asked before the organization is known; answers only to a hash that is in
-- use, and notes the use. A session that nobody used for 14 days is over.
create function use_session(session_hash text) returns table (
  id uuid, user_id uuid, org_id uuid, role text, plan text, needs_two_factor boolean
)
language sql security definer set search_path = public, pg_temp as $$
  with used as (
    update auth.session set last_seen_at = now()
    where token_hash = session_hash and expires_at > now()
      and last_seen_at between now() - interval '14 days' and now() - interval '1 minute'
    returning session.org_id, session.user_id
  )
  update member set last_seen_at = now() from used where member.org_id = used.org_id and member.user_id = used.user_id;
  select session.id, session.user_id, member.org_id, member.role, organization.plan,
    organization.require_two_factor and session.method = 'password' and not "user".two_factor_enabled
  from auth.session
  join "user" on "user".id = session.user_id
  left join organization on organization.id = session.org_id and organization.deleted_at is null
  left join member on member.org_id = organization.id and member.user_id = session.user_id
  where token_hash = session_hash and expires_at > now() and session.last_seen_at > now() - interval '14 days'
$$;
revoke execute on function use_session from public;
grant execute on function use_session to rapport_app;

-- A person with a password, in the transaction that makes them a member. Null when somebody has the address already:
-- nobody's password is ever replaced here.
create function create_user(user_name text, user_email text, password_hash text) returns uuid
language sql security definer set search_path = public, pg_temp as $$
  with made as (
    insert into "user" (name, email, email_verified) values (user_name, lower(user_email), true)
    on conflict (email) do nothing returning id
  ), credential as (
    insert into auth.account (user_id, provider_id, account_id, password)
    select id, 'credential', id::text, password_hash from made
  )
  select id from made
$$;
revoke execute on function create_user from public;
grant execute on function create_user to rapport_app;

create or replace function list_organizations() returns table (id uuid, name text, owner_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select organization.id, organization.name,
    (select user_id from member where org_id = organization.id and role = 'owner' order by created_at limit 1)
  from organization where deleted_at is null order by created_at limit 100
$$;
