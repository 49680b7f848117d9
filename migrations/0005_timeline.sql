-- What passed between the organization and its people.

create table interaction (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  kind text not null check (kind in ('mail')),
  -- Null where neither side is known to be ours.
  direction text check (direction in ('in', 'out', 'internal')),
  subject text,
  snippet text,
  occurred_at timestamptz not null,
  -- Where it comes from and its id there: the same mail is one interaction, however often and wherever it arrives.
  source text not null,
  source_id text not null,
  thread_id uuid not null,
  has_attachments boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, source, source_id)
);
create index interaction_thread on interaction (org_id, thread_id, occurred_at);

create table participant (
  org_id uuid not null,
  interaction_id uuid not null,
  role text not null check (role in ('from', 'to', 'cc', 'bcc')),
  address text not null check (address = lower(address)),
  name text,
  contact_id uuid,
  -- The interaction's: it makes the contact's timeline one index.
  occurred_at timestamptz not null,
  primary key (org_id, interaction_id, role, address),
  foreign key (org_id, interaction_id) references interaction on delete cascade,
  foreign key (org_id, contact_id) references contact on delete set null (contact_id)
);
create index participant_timeline on participant (org_id, contact_id, occurred_at desc, interaction_id desc)
  where contact_id is not null;
-- Whom a new contact's addresses were waiting for.
create index participant_unmatched on participant (org_id, address) where contact_id is null;

-- Which thread a Message-ID belongs to, its own or one that it was referred to by.
create table thread_reference (
  org_id uuid not null references organization on delete cascade,
  message_id text not null,
  thread_id uuid not null,
  primary key (org_id, message_id)
);
create index thread_reference_thread on thread_reference (org_id, thread_id);

-- A new address gathers the interactions that were waiting for it, in the transaction that adds it: whether the mail or
-- the person came first, the timeline is the same.
create function gather_interactions() returns trigger language plpgsql as $$ begin
  with gathered as (
    update participant set contact_id = added.contact_id from added
    where participant.org_id = added.org_id and participant.address = added.address and participant.contact_id is null
    returning participant.org_id, participant.contact_id, participant.occurred_at
  ), latest as (
    select org_id, contact_id, max(occurred_at) as occurred_at from gathered group by org_id, contact_id
  )
  update contact set last_interaction_at = greatest(contact.last_interaction_at, latest.occurred_at)
  from latest where contact.org_id = latest.org_id and contact.id = latest.contact_id;
  return null;
end $$;
create trigger gather_interactions after insert on contact_email
  referencing new table as added for each statement execute function gather_interactions();

do $$ declare name text; begin
  foreach name in array '{interaction,participant,thread_reference}'::text[] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', name);
    execute format('grant select, insert, update, delete on %I to rapport_app', name);
  end loop;
end $$;
