-- The comments of a task are a room, made when somebody first wants to say something. Every member sees it, as every member sees the
-- task; guests and those who are told of what is said in it are its members. It is named after the task.

alter table room add column task_id uuid;
alter table room add foreign key (org_id, task_id) references task on delete cascade;
create unique index room_task on room (org_id, task_id) where task_id is not null;

alter table room drop constraint room_kind_check;
alter table room add constraint room_kind_check check (kind in ('channel', 'direct', 'task'));
alter table room add check ((kind = 'task') = (task_id is not null));
alter table room add check (kind <> 'task' or visibility = 'public');

-- Tasks may have one name.
drop index room_public;
create unique index room_public on room (org_id, match_name) where visibility = 'public' and archived_at is null and kind = 'channel';
-- All of them are heard by every member.
create index room_of_tasks on room (org_id, id) where kind = 'task';

create function name_task_room() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$ begin
  update room set name = new.title where org_id = new.org_id and task_id = new.id;
  return null;
end $$;
revoke execute on function name_task_room from public;
create trigger name_task_room after update of title on task for each row when (old.title <> new.title) execute function name_task_room();
