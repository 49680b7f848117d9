-- An address may be that of several contacts: a family's, an office's, a shared inbox. It never blocks; it is flagged.
-- And contacts that are deleted are kept for a while, so that they can be restored.

alter table contact_email drop constraint contact_email_pkey, add primary key (org_id, contact_id, address);
create index contact_email_address on contact_email (org_id, address);

alter table contact
  add links jsonb not null default '[]',
  add deleted_at timestamptz;
create index contact_deleted on contact (org_id, deleted_at, id) where deleted_at is not null;

-- One row for each contact that has the address; one without a contact while nobody has.
alter table participant drop constraint participant_pkey,
  add unique nulls not distinct (org_id, interaction_id, role, address, contact_id);

-- Who was in a mail stays known when a contact goes: the foreign key empties its row, unless others have one of the
-- same address, beside which an empty one would be one too many.
create function leave_participants() returns trigger language plpgsql as $$ begin
  delete from participant mine
  where mine.org_id = old.org_id and mine.contact_id = old.id and exists (
    select from participant other
    where other.org_id = mine.org_id and other.interaction_id = mine.interaction_id and other.role = mine.role
      and other.address = mine.address and other.contact_id is distinct from mine.contact_id
  );
  return old;
end $$;
create trigger leave_participants before delete on contact for each row execute function leave_participants();

-- As before, what waited for a new address is gathered; and what others who have it already took part in is shared.
create or replace function gather_interactions() returns trigger language plpgsql as $$ begin
  with gathered as (
    update participant set contact_id = added.contact_id
    from (select distinct on (org_id, address) * from added order by org_id, address, contact_id) added
    where participant.org_id = added.org_id and participant.address = added.address and participant.contact_id is null
    returning participant.org_id, participant.contact_id, participant.occurred_at
  ), latest as (
    select org_id, contact_id, max(occurred_at) as occurred_at from gathered group by org_id, contact_id
  )
  update contact set last_interaction_at = greatest(contact.last_interaction_at, latest.occurred_at)
  from latest where contact.org_id = latest.org_id and contact.id = latest.contact_id;

  with shared as (
    insert into participant (org_id, interaction_id, role, address, name, contact_id, occurred_at)
    select distinct on (known.org_id, known.interaction_id, known.role, known.address, added.contact_id)
      known.org_id, known.interaction_id, known.role, known.address, known.name, added.contact_id, known.occurred_at
    from added
      join contact_email other on other.org_id = added.org_id and other.address = added.address
        and other.contact_id <> added.contact_id
      join participant known on known.org_id = other.org_id and known.contact_id = other.contact_id
        and known.address = other.address
    on conflict do nothing
    returning org_id, contact_id, occurred_at
  ), latest as (
    select org_id, contact_id, max(occurred_at) as occurred_at from shared group by org_id, contact_id
  )
  update contact set last_interaction_at = greatest(contact.last_interaction_at, latest.occurred_at)
  from latest where contact.org_id = latest.org_id and contact.id = latest.contact_id;
  return null;
end $$;

-- Also when addresses are touched: those of a contact that is restored gather what came meanwhile.
create trigger gather_interactions_again after update on contact_email
  referencing new table as added for each statement execute function gather_interactions();

-- Contacts that were deleted before the retention are removed for good, a batch at a time; returns how many went.
create function purge_contacts(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone int;
begin
  with removed as (
    delete from contact where ctid = any(array(
      select ctid from contact where deleted_at < now() - older_than limit batch
    ))
    returning org_id, id
  ), told as (
    insert into event (org_id, type, subject, audience, actor, data)
    select org_id, 'contact.purged', 'contact:' || id, 'org', '{"kind": "system", "id": "retention"}', '{}' from removed
    returning org_id, id, created_at, type, subject
  )
  insert into audit_entry (org_id, id, created_at, type, subject, actor_kind, actor_id)
  select *, 'system', 'retention' from told;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function purge_contacts from public;
grant execute on function purge_contacts to rapport_system;
create index contact_deleted_by_age on contact (deleted_at) where deleted_at is not null;
