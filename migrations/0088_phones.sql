-- Phones as they are compared: digits alone, without the zeros in front. An import by phone looks its rows up here, and not
-- through all contacts (200,000: 1 s a batch).

create table contact_phone (
  org_id uuid not null,
  contact_id uuid not null,
  -- At most the first 64, which an index holds.
  digits text collate "C" not null check (digits <> ''),
  primary key (org_id, contact_id, digits),
  foreign key (org_id, contact_id) references contact on delete cascade
);
create index contact_phone_digits on contact_phone (org_id, digits, contact_id);
alter table contact_phone enable row level security;
create policy tenant on contact_phone to rapport_app using (org_id = (select current_org()));
grant select, insert, update, delete on contact_phone to rapport_app;

create function phone_digits(number text) returns text language sql immutable parallel safe as $$
  select left(ltrim(regexp_replace(number, '[^0-9]', '', 'g'), '0'), 64)
$$;

create function keep_new_phones() returns trigger language plpgsql as $$ begin
  insert into contact_phone (org_id, contact_id, digits)
  select distinct org_id, id, phone_digits(phone->>'number') from added, jsonb_array_elements(phones) as phone
  where phones <> '[]' and phone_digits(phone->>'number') <> '';
  return null;
end $$;
create trigger keep_new_phones after insert on contact
  referencing new table as added for each statement execute function keep_new_phones();

create function keep_changed_phones() returns trigger language plpgsql as $$ begin
  if not exists (select from before join after using (org_id, id) where before.phones <> after.phones) then return null; end if;
  delete from contact_phone using before join after using (org_id, id)
  where contact_phone.org_id = before.org_id and contact_phone.contact_id = before.id and before.phones <> after.phones
    and not exists (select from jsonb_array_elements(after.phones) as phone where phone_digits(phone->>'number') = digits);
  insert into contact_phone (org_id, contact_id, digits)
  select distinct org_id, id, phone_digits(phone->>'number') from before join after using (org_id, id), jsonb_array_elements(after.phones) as phone
  where before.phones <> after.phones and phone_digits(phone->>'number') <> ''
  on conflict do nothing;
  return null;
end $$;
create trigger keep_changed_phones after update on contact
  referencing old table as before new table as after for each statement execute function keep_changed_phones();

insert into contact_phone (org_id, contact_id, digits)
select distinct org_id, id, phone_digits(phone->>'number') from contact, jsonb_array_elements(phones) as phone
where phone_digits(phone->>'number') <> '';
