-- A contact's photo: the name of its file in the storage, and the hash of its content for the URL.

alter table contact
  add photo_file uuid,
  add photo_hash text,
  add check ((photo_file is null) = (photo_hash is null));
create index contact_photo on contact (org_id, photo_file) where photo_file is not null;

-- The file goes with the row, whoever removes that: a job looks whether anything else shows it, and removes it. A
-- minute later, since somebody may have been told of it and be about to read it.
create function leave_photo() returns trigger language plpgsql as $$ begin
  perform graphile_worker.enqueue('contacts.remove_photo',
    json_build_object('org_id', old.org_id, 'file', old.photo_file), now() + interval '1 minute', max_attempts => 25);
  return null;
end $$;
create trigger leave_photo_by_change after update of photo_file on contact for each row
  when (old.photo_file is distinct from new.photo_file and old.photo_file is not null) execute function leave_photo();
create trigger leave_photo_by_removal after delete on contact for each row
  when (old.photo_file is not null) execute function leave_photo();

-- An organization that is removed takes its contacts along, as the owner of the tables.
set role rapport_worker;
grant usage on schema graphile_worker to rapport_owner;
grant execute on function graphile_worker.enqueue to rapport_owner;
reset role;
