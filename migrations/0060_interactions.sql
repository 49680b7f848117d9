-- Interactions of any kind, with their texts and files.

alter table interaction
  drop constraint interaction_kind_check,
  -- Mail, meeting, call and note today; another kind needs no migration.
  add check (kind ~ '^[a-z][a-z_]{0,39}$'),
  -- Of meetings, which begin at occurred_at, and of calls.
  add ends_at timestamptz,
  add all_day boolean not null default false,
  add location text,
  add status text check (status in ('confirmed', 'tentative', 'cancelled')),
  add pinned_at timestamptz,
  -- The actor who wrote it; null for what was brought in.
  add created_by jsonb,
  add updated_at timestamptz not null default now(),
  -- Taken off the timelines, and not yet gone: it can be restored.
  add deleted_at timestamptz,
  -- What answers of programs that name no message have in common with it: the subject without its Re:.
  add thread_subject text,
  -- Such an answer.
  add answers_by_subject boolean not null default false;
create index interaction_by_time on interaction (org_id, occurred_at desc, id desc)
  include (direction, has_attachments) where deleted_at is null;
create index interaction_by_kind on interaction (org_id, kind, occurred_at desc, id desc)
  include (direction, has_attachments) where deleted_at is null;
create index interaction_by_subject on interaction (org_id, thread_subject, occurred_at) where thread_subject is not null;
create index interaction_deleted on interaction (deleted_at) where deleted_at is not null;

-- Somebody may take part without an address.
alter table participant
  alter address drop not null,
  drop constraint participant_role_check,
  add check (role in ('from', 'to', 'cc', 'bcc', 'organizer', 'attendee', 'about', 'mentioned')),
  -- The contact's, or of what is about a company and nobody in it: it makes the company's timeline one index.
  add company_id uuid,
  add foreign key (org_id, company_id) references company on delete set null (company_id),
  -- The interaction's, as occurred_at is: a timeline is filtered in its index.
  add kind text not null default 'mail',
  add direction text,
  add has_attachments boolean not null default false,
  add hidden boolean not null default false;
update participant set kind = i.kind, direction = i.direction, has_attachments = i.has_attachments
  from interaction i where i.org_id = participant.org_id and i.id = participant.interaction_id;
update participant set company_id = contact.company_id
  from contact where contact.org_id = participant.org_id and contact.id = participant.contact_id;
alter table participant
  alter kind drop default,
  drop constraint participant_org_id_interaction_id_role_address_contact_id_key,
  add unique nulls not distinct (org_id, interaction_id, role, address, contact_id, company_id);

drop index participant_timeline;
create index participant_timeline on participant (org_id, contact_id, occurred_at desc, interaction_id desc)
  include (kind, direction, has_attachments, hidden) where contact_id is not null;
create index participant_company on participant (org_id, company_id, occurred_at desc, interaction_id desc)
  include (kind, direction, has_attachments, hidden) where company_id is not null;

-- Whoever gives an interaction a contact gives it the contact's company, and a contact that changes company takes its
-- interactions along.
create function set_participant_company() returns trigger language plpgsql as $$ begin
  new.company_id := (select company_id from contact where org_id = new.org_id and id = new.contact_id);
  return new;
end $$;
create trigger set_company_of_new before insert on participant for each row
  when (new.contact_id is not null) execute function set_participant_company();
create trigger set_company_of_changed before update of contact_id on participant for each row
  when (new.contact_id is distinct from old.contact_id) execute function set_participant_company();

create function move_interactions() returns trigger language plpgsql as $$ begin
  update participant set company_id = new.company_id where org_id = new.org_id and contact_id = new.id;
  return null;
end $$;
create trigger move_interactions after update of company_id on contact for each row
  when (new.company_id is distinct from old.company_id) execute function move_interactions();

create function change_participants() returns trigger language plpgsql as $$ begin
  update participant set occurred_at = new.occurred_at, kind = new.kind, direction = new.direction,
    has_attachments = new.has_attachments, hidden = new.deleted_at is not null
  where org_id = new.org_id and interaction_id = new.id;
  return null;
end $$;
create trigger change_participants after update on interaction for each row
  when ((new.occurred_at, new.kind, new.direction, new.has_attachments, new.deleted_at)
    is distinct from (old.occurred_at, old.kind, old.direction, old.has_attachments, old.deleted_at))
  execute function change_participants();

-- What was said. Apart from the interaction, so that lists do not read past it; as it came, since what is safe to show
-- is decided when it is shown.
create table interaction_body (
  org_id uuid not null,
  interaction_id uuid not null,
  -- As a mail program shows it; of a note, its Markdown.
  text text,
  -- Where the trailing quote begins in it.
  quoted_at int,
  html text,
  -- The header of a mail, for showing the original and for exports.
  headers text,
  -- Whether it was longer than we keep.
  truncated boolean not null default false,
  primary key (org_id, interaction_id),
  foreign key (org_id, interaction_id) references interaction on delete cascade
);
-- A server may be built without it; then it compresses as it does.
do $$ begin
  alter table interaction_body alter text set compression lz4, alter html set compression lz4,
    alter headers set compression lz4;
exception when feature_not_supported then null;
end $$;

-- A file of the storage: equal ones of an organization are one.
create table file (
  org_id uuid not null references organization on delete cascade,
  id uuid not null,
  sha256 bytea not null,
  size bigint not null,
  -- When somebody last was about to attach it: until an hour later it stays, attached or not.
  wanted_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, sha256)
);

create table attachment (
  org_id uuid not null,
  id uuid not null default new_id(),
  interaction_id uuid not null,
  position int not null,
  -- Null for what was left out, with the reason.
  file_id uuid,
  left_out text,
  name text not null,
  -- What the content shows it to be, else what the sender said.
  type text not null,
  size bigint not null,
  -- Content-ID: what the HTML refers to it by.
  cid text,
  -- Shown in the text, not beside it.
  embedded boolean not null default false,
  primary key (org_id, id),
  foreign key (org_id, interaction_id) references interaction on delete cascade,
  foreign key (org_id, file_id) references file,
  check ((file_id is null) = (left_out is not null))
);
create index attachment_interaction on attachment (org_id, interaction_id, position);
create index attachment_file on attachment (org_id, file_id) where file_id is not null;

-- A file goes with the last attachment that it is, whoever removes that: a job looks whether anything else has it.
create function leave_files() returns trigger language plpgsql as $$ begin
  perform graphile_worker.enqueue('timeline.remove_files',
    json_build_object('org_id', org_id, 'files', json_agg(distinct file_id)), now() + interval '1 minute',
    max_attempts => 25)
  from removed where file_id is not null group by org_id;
  return null;
end $$;
create trigger leave_files after delete on attachment
  referencing old table as removed for each statement execute function leave_files();

do $$ declare name text; begin
  foreach name in array '{interaction_body,file,attachment}'::text[] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', name);
    execute format('grant select, insert, update, delete on %I to rapport_app', name);
  end loop;
end $$;

-- Removes for good what was deleted so long ago. Returns how many interactions those were.
create function purge_interactions(older_than interval, batch integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone int;
begin
  with old as (
    select org_id, id from interaction where deleted_at < now() - older_than limit batch
  )
  delete from interaction using old where (interaction.org_id, interaction.id) = (old.org_id, old.id);
  get diagnostics gone = row_count;
  return gone;
end $$;

-- A meeting that was to come becomes the last interaction of those who took part once it has begun. Called now and then.
create function settle_meetings(since interval) returns void
language sql security definer set search_path = public, pg_temp as $$
  with latest as (
    select p.org_id, p.contact_id, max(p.occurred_at) as occurred_at
    from organization join interaction i on i.org_id = organization.id
      and i.occurred_at > now() - since and i.occurred_at <= now() and i.deleted_at is null
      and i.status is distinct from 'cancelled' and i.kind = 'meeting'
    join participant p on p.org_id = i.org_id and p.interaction_id = i.id and p.contact_id is not null
    group by p.org_id, p.contact_id
  )
  update contact set last_interaction_at = latest.occurred_at from latest
  where contact.org_id = latest.org_id and contact.id = latest.contact_id
    and (contact.last_interaction_at is null or contact.last_interaction_at < latest.occurred_at)
$$;

revoke execute on function purge_interactions, settle_meetings from public;
grant execute on function purge_interactions, settle_meetings to rapport_system;

-- As before; and who took part without an address is forgotten with the contact, or with the company.
create or replace function leave_participants() returns trigger language plpgsql as $$ begin
  delete from participant mine
  where mine.org_id = old.org_id and mine.contact_id = old.id and (mine.address is null or exists (
    select from participant other
    where other.org_id = mine.org_id and other.interaction_id = mine.interaction_id and other.role = mine.role
      and other.address = mine.address and other.contact_id is distinct from mine.contact_id
  ));
  return old;
end $$;

create function leave_companies() returns trigger language plpgsql as $$ begin
  delete from participant where org_id = old.org_id and company_id = old.id and contact_id is null;
  return old;
end $$;
create trigger leave_companies before delete on company for each row execute function leave_companies();

-- As before; and what has yet to be, or was only said about somebody, is not the last that we had to do with them.
create or replace function gather_interactions() returns trigger language plpgsql as $$ begin
  with gathered as (
    update participant set contact_id = added.contact_id
    from (select distinct on (org_id, address) * from added order by org_id, address, contact_id) added
    where participant.org_id = added.org_id and participant.address = added.address and participant.contact_id is null
    returning participant.*
  ), latest as (
    select org_id, contact_id, max(occurred_at) as occurred_at from gathered
    where occurred_at <= now() and kind <> 'note' and not hidden group by org_id, contact_id
  )
  update contact set last_interaction_at = greatest(contact.last_interaction_at, latest.occurred_at)
  from latest where contact.org_id = latest.org_id and contact.id = latest.contact_id;

  with shared as (
    insert into participant (org_id, interaction_id, role, address, name, contact_id, occurred_at, kind, direction,
      has_attachments, hidden)
    select distinct on (known.org_id, known.interaction_id, known.role, known.address, added.contact_id)
      known.org_id, known.interaction_id, known.role, known.address, known.name, added.contact_id, known.occurred_at,
      known.kind, known.direction, known.has_attachments, known.hidden
    from added
      join contact_email other on other.org_id = added.org_id and other.address = added.address
        and other.contact_id <> added.contact_id
      join participant known on known.org_id = other.org_id and known.contact_id = other.contact_id
        and known.address = other.address
    on conflict do nothing
    returning *
  ), latest as (
    select org_id, contact_id, max(occurred_at) as occurred_at from shared
    where occurred_at <= now() and kind <> 'note' and not hidden group by org_id, contact_id
  )
  update contact set last_interaction_at = greatest(contact.last_interaction_at, latest.occurred_at)
  from latest where contact.org_id = latest.org_id and contact.id = latest.contact_id;
  return null;
end $$;
