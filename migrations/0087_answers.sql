-- Answers that name no message, and are known by their subject.

alter table interaction
  -- The earlier one of the same subject that such an answer answers.
  add answered_id uuid,
  add foreign key (org_id, answered_id) references interaction on delete set null (answered_id);
create index interaction_answered on interaction (org_id, answered_id) where answered_id is not null;
create index interaction_answering on interaction (org_id, thread_subject) where answers_by_subject;

-- Those that refer to one another are a group; a thread is one group, or several that such answers join. A group stays
-- when an earlier mail that comes in later shows that its answer belongs elsewhere.
alter table thread_reference add group_id uuid;
update thread_reference set group_id = thread_id;
alter table thread_reference alter group_id set not null;
create index thread_reference_group on thread_reference (org_id, group_id);
