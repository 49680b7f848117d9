-- What a message said is gone from the log when it is deleted, its files too, also where somebody was told that they are to be reminded of it.
create index event_of_reminder on event (org_id, subject) where subject like 'reminder:%';

create or replace function forget_messages(messages uuid[]) returns void language sql
security definer set search_path = public, pg_temp as $$
  update event set data = jsonb_set(data, '{message}', data->'message' || '{"text": "", "html": "", "snippet": "", "previews": [], "files": []}')
  where org_id = current_org() and subject = any(array(select 'message:' || id from unnest(messages) as id))
    and audience like 'room:%' and data ? 'message';
  update event set data = jsonb_set(data, '{reminder,message,snippet}', '""')
  where org_id = current_org() and subject like 'reminder:%'
    and subject = any(array(select 'reminder:' || id from reminder where org_id = current_org() and message_id = any(messages)))
    and data #> '{reminder,message}' ? 'snippet'
$$;

create or replace function forget_message(message_id uuid) returns void language sql
security definer set search_path = public, pg_temp as $$ select forget_messages(array[message_id]) $$;
