-- Files wait with the message that is sent later. And it outlives its room and what it answers: its author is told that it could not be sent.

alter table message_file add column scheduled_id uuid;
alter table message_file add foreign key (org_id, scheduled_id) references scheduled_message on delete set null (scheduled_id);
create index message_file_scheduled on message_file (org_id, scheduled_id, position) where scheduled_id is not null;

alter table scheduled_message
  drop constraint scheduled_message_org_id_room_id_fkey,
  drop constraint scheduled_message_org_id_thread_id_fkey,
  drop constraint scheduled_message_text_check,
  -- It may be files alone.
  add check (length(text) <= 40000);
