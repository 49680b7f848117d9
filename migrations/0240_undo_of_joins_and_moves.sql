-- What the undo of an import needs to give back what was before: threads that were joined, and meetings that a newer calendar changed.

-- The group that an id was in before it was united with another one; null while it is still in that.
alter table thread_reference add column origin_id uuid;

alter table import_change
  -- [{"interaction", "body", "participants", "references": rows as they were, "gone": removed, and not changed}]
  add column meetings jsonb not null default '[]',
  -- [{"key", "before", "after"}] of calendar_revision, before: null for one that was not known.
  add column revisions jsonb not null default '[]';
grant update (meetings) on import_change to rapport_app;

-- The import that brought it says nothing of who has changed it since; what each step has made of it does.
alter table calendar_revision drop column import_id;
