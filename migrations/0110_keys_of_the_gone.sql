-- A key that somebody made goes with them: left behind without its maker it would look like one that nobody made, which is
-- nobody's to lose.

alter table api_key
  drop constraint api_key_created_by_fkey,
  add constraint api_key_created_by_fkey foreign key (created_by) references "user" on delete cascade;
