-- The few that are pinned, by themselves.
create index interaction_pinned on interaction (org_id, occurred_at desc, id desc)
  where pinned_at is not null and deleted_at is null;
