-- The inboxes of one organization: of the last two months, since what was read before that is purged. What they are about is there.

create or replace procedure pg_temp.make_notifications(org uuid, seed bigint) language plpgsql as $$
declare
  since timestamptz := '2025-11-01';
begin
  -- Nothing has been analyzed, and there are no indexes yet: row by row this takes hours at full scale.
  set local enable_nestloop = off;
  -- As listConcerned has it; the log of that time is gone, but for the numbers of its events.
  create temporary table told on commit drop as
    with recent as (
      select m.id, m.room_id, m.thread_id, m.seq, m.author_id, m.author_kind, m.snippet, m.created_at, m.mentions_room, room.kind as room_kind, room.name as title
      from message m join room on room.org_id = org and room.id = m.room_id
      where m.org_id = org and m.created_at >= since and m.deleted_at is null
    ), someone as (
      select distinct on (id, user_id) id, user_id, kind from (
        select recent.id, user_id, 1 as place, 'mention' as kind from recent join message_mention mention on mention.org_id = org and mention.message_id = recent.id
        union all
        select recent.id, user_id, 1, 'mention' from recent join room_member using (room_id) where mentions_room and org_id = org
        union all
        select recent.id, user_id, 2, 'reply' from recent join thread_follower using (thread_id) where org_id = org
        union all
        select recent.id, user_id, 3, 'direct_message' from recent join room_member using (room_id) where room_kind = 'direct' and thread_id is null and org_id = org
      ) reasons order by id, user_id, place
    ), said as (
      select someone.user_id, someone.kind, 'message:' || recent.id as subject, recent.seq, recent.title, recent.snippet, author_kind, author_id, created_at,
        'room:' || recent.room_id || coalesce('/thread:' || recent.thread_id, '') as place,
        recent.seq <= coalesce(case when recent.thread_id is null then here.read_seq else following.read_seq end, 0) as is_read
      from recent join someone using (id)
        left join room_member here on here.org_id = org and here.room_id = recent.room_id and here.user_id = someone.user_id
        left join thread_follower following on following.org_id = org and following.thread_id = recent.thread_id and following.user_id = someone.user_id
      where someone.user_id <> author_id and here.notify = any(case someone.kind when 'mention' then '{all,mentions}' else '{all}' end::text[])
    ), assigned as (
      select user_id, 'assigned', 'task:' || task.id, null::int, title, '', 'user', (created_by->>'id')::uuid, created_at, 'task:' || task.id,
        not is_open or pg_temp.chance(seed, hashtextextended(task.id::text, 0), 'is read') < 0.7
      from task join task_assignee on task_assignee.org_id = org and task_id = task.id
      where task.org_id = org and created_at >= since and user_id::text <> created_by->>'id'
    ), every as (
      select * from said union all select * from assigned
    )
    -- In the order in which it happened.
    select *, nextval(pg_get_serial_sequence('event', 'id')) as event_id, pg_temp.chance(seed, hashtextextended(user_id || kind || place, 0), 'is done') < 0.6 as may_be_done
    from (select * from every order by created_at, subject, user_id) ordered;

  insert into inbox (org_id, user_id) select distinct org, user_id from told;
  insert into notification (org_id, id, user_id, kind, place, unread_count, happened_at, read_at, done_at)
    select org, pg_temp.id_at(begun_at, seed, hashtextextended(user_id || kind || place, 0), 'notification'), user_id, kind, place, unread, happened_at,
      case when unread = 0 then happened_at + interval '1 hour' end, case when unread = 0 and may_be_done then happened_at + interval '1 hour' end
    from (
      select user_id, kind, place, may_be_done, count(*) filter (where not is_read)::int as unread, min(created_at) as begun_at, max(created_at) as happened_at
      from told group by user_id, kind, place, may_be_done
    ) entry order by happened_at;
  insert into notification_cause (org_id, user_id, event_id, notification_id, subject, seq, title, snippet, actor, read_at)
    select org, told.user_id, event_id, n.id, subject, seq, title, snippet, jsonb_build_object('kind', author_kind, 'id', author_id, 'name', coalesce("user".name, api_key.name)),
      case when is_read then told.created_at + interval '1 hour' end
    from told join notification n on n.org_id = org and n.user_id = told.user_id and n.kind = told.kind and n.place = told.place
      left join "user" on "user".id = author_id left join api_key on api_key.org_id = org and api_key.id = author_id
    order by event_id;
end $$;
