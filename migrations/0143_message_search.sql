-- Messages by their words (ADR 12): beside them, in the transaction that writes them. Whoever asks says in which rooms.

create table message_words (
  org_id uuid not null,
  message_id uuid not null,
  words tsvector not null,
  primary key (org_id, message_id),
  foreign key (org_id, message_id) references message on delete cascade
);
-- Of a room or a person alone words have nothing to say; each begins with letters that stand for the organization.
create index message_words_words on message_words using gin (words) with (fastupdate = off);
alter table message_words enable row level security;
create policy tenant on message_words to rapport_app using (org_id = (select current_org()));

create function keep_message_words() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$ begin
  if new.deleted_at is not null or new.text = '' then
    delete from message_words where org_id = new.org_id and message_id = new.id;
  else
    insert into message_words (org_id, message_id, words)
    values (new.org_id, new.id, search_words(search_scope(new.org_id, 'message'), new.text, 'A'))
    on conflict (org_id, message_id) do update set words = excluded.words;
  end if;
  return null;
end $$;
revoke execute on function keep_message_words from public;
create trigger keep_new_words after insert on message for each row when (new.text <> '') execute function keep_message_words();
create trigger keep_changed_words after update of text, deleted_at on message for each row
  when (old.text <> new.text or old.deleted_at is distinct from new.deleted_at) execute function keep_message_words();

insert into message_words (org_id, message_id, words)
select org_id, id, search_words(search_scope(org_id, 'message'), text, 'A') from message where deleted_at is null and text <> '';

-- For the newest of all rooms.
create index message_newest on message (org_id, created_at, id);

-- The words of what was asked for; the last one may be unfinished. Null without any.
create function message_query(org uuid, given text) returns tsquery language sql stable as $$
  select string_agg(quote_literal(search_scope(org, 'message') || token.word) || case when token.n = cardinality(words.all_of) then ':*' else '' end, ' & ')::tsquery
  from (select array_remove(regexp_split_to_array(search_text(left(given, 200)), '\s+'), '') as all_of) words,
    unnest(words.all_of) with ordinality as token (word, n)
$$;

-- What a message has, beside its text.
create function message_has(message message, wanted text) returns boolean language sql stable as $$
  select case wanted
    when 'file' then exists (select from message_file where org_id = message.org_id and message_id = message.id)
    when 'image' then exists (select from message_file where org_id = message.org_id and message_id = message.id and width is not null)
    when 'link' then message.text ~* 'https?://'
    when 'reaction' then exists (select from reaction where org_id = message.org_id and message_id = message.id)
    when 'thread' then exists (select from thread where org_id = message.org_id and id = message.id and reply_count > 0)
    when 'pin' then message.pinned_at is not null
  end
$$;

-- Messages of these rooms, the newest first, older than `before_at` and `before_id`. Of whoever wrote them, if authors is null.
-- Frequent words are found along the newest; rare ones by their index, which does not know what is new. Planned for its words each
-- time: a plan for any of them read all words (60,000 messages: 1 s, and 3 ms with a plan of their own).
create function search_messages(
  given text, rooms uuid[], authors uuid[], has text[], since timestamptz, until timestamptz, before_at timestamptz, before_id uuid, most int
) returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  org uuid := current_org();
  wanted tsquery := message_query(org, given);
  found uuid[];
  -- Without words all of them are gone through.
  look int := case when wanted is null then 1000000000 else 3000 end;
  one_room uuid := case when cardinality(rooms) = 1 then rooms[1] end;
begin
  if org is null then return '{}'; end if;
  if one_room is null then
    found := array(
      select m.id from (
        select * from message
        where org_id = org and created_at >= since and created_at < until and (created_at, id) < (before_at, before_id)
        order by created_at desc, id desc limit look
      ) m where m.room_id = any(rooms) and m.deleted_at is null and (authors is null or m.author_id = any(authors))
        and (wanted is null or exists (select from message_words w where w.org_id = org and w.message_id = m.id and w.words @@ wanted))
        and not exists (select from unnest(has) as each where not message_has(m, each))
      order by m.created_at desc, m.id desc limit most);
  else
    found := array(
      select m.id from (
        select * from message
        where org_id = org and room_id = one_room and created_at >= since and created_at < until and (created_at, id) < (before_at, before_id)
        order by created_at desc, id desc limit look
      ) m where m.deleted_at is null and (authors is null or m.author_id = any(authors))
        and (wanted is null or exists (select from message_words w where w.org_id = org and w.message_id = m.id and w.words @@ wanted))
        and not exists (select from unnest(has) as each where not message_has(m, each))
      order by m.created_at desc, m.id desc limit most);
  end if;
  if wanted is null or cardinality(found) >= most then return found; end if;
  return array(
    select m.id from message_words w join message m on m.org_id = org and m.id = w.message_id
    where w.words @@ wanted and (w.org_id = org) is true and m.room_id = any(rooms) and m.deleted_at is null
      and (authors is null or m.author_id = any(authors)) and m.created_at >= since and m.created_at < until
      and (m.created_at, m.id) < (before_at, before_id) and not exists (select from unnest(has) as each where not message_has(m, each))
    order by m.created_at desc, m.id desc limit most);
end $$;
revoke execute on function search_messages from public;
grant execute on function search_messages to rapport_app;
