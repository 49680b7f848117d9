-- What a message said is gone from the log when it is deleted or its time is over, wherever it stood there: also of reminders that are not
-- there any more, in what inboxes were told, in drafts, and where it waited to be sent.

drop index event_of_reminder;
create index event_of_reminder on event (org_id, (data #>> '{reminder,message,id}')) where subject like 'reminder:%';
create index event_of_notified on event (org_id, (data #>> '{notification,subject}')) where subject like 'notification:%';

create or replace function forget_messages(messages uuid[]) returns void language sql
security definer set search_path = public, pg_temp as $$
  update event set data = jsonb_set(data, '{message}', data->'message' || '{"text": "", "html": "", "snippet": "", "previews": [], "files": []}')
  where org_id = current_org() and subject = any(array(select 'message:' || id from unnest(messages) as id))
    and audience like 'room:%' and data ? 'message';
  update event set data = jsonb_set(data, '{reminder,message,snippet}', '""')
  where org_id = current_org() and subject like 'reminder:%' and data #>> '{reminder,message,id}' = any(messages::text[]);
  update event set data = jsonb_set(data, '{notification,snippet}', '""')
  where org_id = current_org() and subject like 'notification:%'
    and data #>> '{notification,subject}' = any(array(select 'message:' || id from unnest(messages) as id))
$$;

-- Of what somebody writes for themselves the log says how it is, and nothing once it is not.
create index event_of_own_words on event (org_id, subject, audience) where subject like 'draft:%' or subject like 'scheduled_message:%';
create function withdraw_events(of_subject text, of_audience text) returns void language sql
security definer set search_path = public, pg_temp as $$
  delete from event where org_id = current_org() and subject = of_subject and audience = of_audience
    and (subject like 'draft:%' or subject like 'scheduled_message:%')
$$;
revoke execute on function withdraw_events from public;
grant execute on function withdraw_events to rapport_app;

-- What is there already.
delete from event where (org_id, id) in (
  select org_id, id from (
    select org_id, id, row_number() over (partition by org_id, subject, audience, data #> '{draft,thread_id}' order by id desc) as place
    from event where type = 'draft.updated'
  ) drafts where place > 1
);
update event set subject = 'draft:' || coalesce(data #>> '{draft,thread_id}', data #>> '{draft,room_id}') where type = 'draft.updated' and data ? 'draft';
delete from event where subject like 'scheduled_message:%' and type <> 'scheduled_message.removed' and not exists (
  select from scheduled_message where scheduled_message.org_id = event.org_id and 'scheduled_message:' || scheduled_message.id = subject
);
update event set data = jsonb_set(data, '{scheduled_message}', data->'scheduled_message' || '{"text": "", "files": []}') where type = 'scheduled_message.removed';
update event set data = jsonb_set(data, '{reminder,message,snippet}', '""')
where subject like 'reminder:%' and data #> '{reminder,message}' ? 'snippet' and not exists (
  select from message where message.org_id = event.org_id and message.id = (data #>> '{reminder,message,id}')::uuid and deleted_at is null
);
update event set data = jsonb_set(data, '{notification,snippet}', '""')
where subject like 'notification:%' and data #>> '{notification,subject}' like 'message:%' and not exists (
  select from message where message.org_id = event.org_id and 'message:' || message.id = data #>> '{notification,subject}' and deleted_at is null
);
update notification_cause set snippet = '' where subject like 'message:%' and not exists (
  select from message where message.org_id = notification_cause.org_id and 'message:' || message.id = subject and deleted_at is null
);
