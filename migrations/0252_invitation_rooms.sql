-- Rooms into which an invitation leads: whoever accepts it is in them, as far as they are still open to whoever has invited.

create table invitation_room (
  org_id uuid not null,
  invitation_id uuid not null,
  room_id uuid not null,
  primary key (org_id, invitation_id, room_id),
  foreign key (org_id, invitation_id) references invitation on delete cascade,
  foreign key (org_id, room_id) references room on delete cascade
);
create index invitation_room_room on invitation_room (org_id, room_id);

alter table invitation_room enable row level security;
create policy tenant on invitation_room to rapport_app using (org_id = (select current_org()));
grant select, insert, update, delete on invitation_room to rapport_app;
