-- What an import could not take, with the reason: nothing that was in a file is lost without a word.

create table import_rejection (
  org_id uuid not null,
  operation_id uuid not null,
  -- Line of a CSV file, number of a message in a mailbox; from 1.
  position bigint not null,
  reason text not null,
  -- The beginning of what was rejected.
  excerpt text not null,
  primary key (org_id, operation_id, position),
  foreign key (org_id, operation_id) references operation on delete cascade
);

alter table import_rejection enable row level security;
create policy tenant on import_rejection to rapport_app using (org_id = (select current_org()));
grant select, insert, delete on import_rejection to rapport_app;

-- Uploads are swept when no operation will read them any more.
create policy upkeep on operation for select to rapport_system using (true);
grant select on operation to rapport_system;
