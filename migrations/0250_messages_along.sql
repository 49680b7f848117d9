-- Two words of which one message in two hundred has both were looked up by their index, and all that have them sorted: of 200,000 messages
-- 140 ms, and more with each message. The newest 500 say now how frequent they are; what is so is found further along the newest.
-- A condition that could be a join is one at times, with all words there are: so it is a value.

create or replace function search_messages(
  given text, rooms uuid[], authors uuid[], has text[], since timestamptz, until timestamptz, before_at timestamptz, before_id uuid, most int
) returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  org uuid := current_org();
  wanted tsquery := message_query(org, given);
  found uuid[];
  look int;
  one_room uuid := case when cardinality(rooms) = 1 then rooms[1] end;
begin
  if org is null then return '{}'; end if;
  -- Without words all of them are gone through.
  foreach look in array case when wanted is null then array[1000000000] else array[500, 20000] end loop
    if one_room is null then
      found := array(
        select m.id from (
          select * from message
          where org_id = org and created_at >= since and created_at < until and (created_at, id) < (before_at, before_id)
          order by created_at desc, id desc limit look
        ) m where m.room_id = any(rooms) and m.deleted_at is null and (authors is null or m.author_id = any(authors))
          and (wanted is null or (select w.words @@ wanted from message_words w where w.org_id = org and w.message_id = m.id))
          and not exists (select from unnest(has) as each where not message_has(m, each))
        order by m.created_at desc, m.id desc limit most);
    else
      found := array(
        select m.id from (
          select * from message
          where org_id = org and room_id = one_room and created_at >= since and created_at < until and (created_at, id) < (before_at, before_id)
          order by created_at desc, id desc limit look
        ) m where m.deleted_at is null and (authors is null or m.author_id = any(authors))
          and (wanted is null or (select w.words @@ wanted from message_words w where w.org_id = org and w.message_id = m.id))
          and not exists (select from unnest(has) as each where not message_has(m, each))
        order by m.created_at desc, m.id desc limit most);
    end if;
    if wanted is null or cardinality(found) >= most then return found; end if;
    -- Rarer than that enough would be among the next.
    exit when cardinality(found) * 40 < most;
  end loop;
  return array(
    select m.id from message_words w join message m on m.org_id = org and m.id = w.message_id
    where w.words @@ wanted and (w.org_id = org) is true and m.room_id = any(rooms) and m.deleted_at is null
      and (authors is null or m.author_id = any(authors)) and m.created_at >= since and m.created_at < until
      and (m.created_at, m.id) < (before_at, before_id) and not exists (select from unnest(has) as each where not message_has(m, each))
    order by m.created_at desc, m.id desc limit most);
end $$;

-- Threads that somebody follows, the latest answers first: along their time, until enough are theirs.
create index thread_newest on thread (org_id, last_reply_at, id) where last_seq > 0;
