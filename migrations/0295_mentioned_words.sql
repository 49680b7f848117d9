-- Who is mentioned is found by name, and not by how a mention is written: else “user” would find all that mention somebody.

create function words_of_message(message message) returns tsvector language sql stable as $$
  select search_words(search_scope(message.org_id, 'message'), regexp_replace(message.text, '\]\((user|contact):[0-9a-f-]{36}\)', ']', 'gi'), 'A')
$$;

create or replace function keep_message_words() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$ begin
  if new.deleted_at is not null or new.text = '' then
    delete from message_words where org_id = new.org_id and message_id = new.id;
  else
    insert into message_words (org_id, message_id, words) values (new.org_id, new.id, words_of_message(new))
    on conflict (org_id, message_id) do update set words = excluded.words;
  end if;
  return null;
end $$;

update message_words set words = words_of_message(message) from message
where message.org_id = message_words.org_id and message.id = message_id and message.text ~* '\]\((user|contact):';
