-- Tasks are found in the one box as well: by their titles, labels and descriptions, at once when they are written.

create or replace function list_search_entries(org uuid, what text, ids uuid[]) returns setof search_entry
language plpgsql stable set search_path = public, pg_temp as $$
declare
  scope text := search_scope(org, what);
begin
  if what = 'contact' then
    return query select c.org_id, 'contact', c.id, c.created_at,
      search_words(scope, concat_ws(' ', c.name, c.given_name, c.family_name), 'A')
      || search_words(scope, concat_ws(' ', company.name, c.title,
        (select string_agg(address, ' ') from contact_email where org_id = c.org_id and contact_id = c.id)), 'B')
      || search_words(scope, concat_ws(' ',
        (select string_agg(tag.name, ' ') from contact_tag join tag on tag.org_id = contact_tag.org_id and tag.id = tag_id
          where contact_tag.org_id = c.org_id and contact_id = c.id),
        (select string_agg(concat_ws(' ', phone->>'number', regexp_replace(phone->>'number', '\D', '', 'g')), ' ')
          from jsonb_array_elements(c.phones) phone),
        (select string_agg(link->>'url', ' ') from jsonb_array_elements(c.links) link),
        (select string_agg(value #>> '{}', ' ') from jsonb_each(c.fields))), 'D')
    from contact c left join company on company.org_id = c.org_id and company.id = c.company_id
    where c.org_id = org and c.id = any(ids) and c.deleted_at is null;
  elsif what = 'company' then
    return query select c.org_id, 'company', c.id, c.created_at, search_words(scope, c.name, 'A')
    from company c where c.org_id = org and c.id = any(ids);
  elsif what = 'task' then
    return query select t.org_id, 'task', t.id, t.created_at,
      search_words(scope, t.title, 'A')
      || search_words(scope, (select string_agg(label.name, ' ') from task_label l join label on label.org_id = l.org_id and label.id = l.label_id
          where l.org_id = t.org_id and l.task_id = t.id), 'B')
      || search_words(scope, t.description, 'D')
    from task t where t.org_id = org and t.id = any(ids) and t.deleted_at is null;
  elsif what = 'interaction' then
    return query select i.org_id, i.kind, i.id, i.occurred_at,
      search_words(own, i.subject, 'A')
      || search_words(own, (select string_agg(concat_ws(' ', name, address), ' ') from participant
          where org_id = i.org_id and interaction_id = i.id), 'B')
      || search_words(own, concat_ws(' ', i.location, coalesce(left(body.text, 50000), i.snippet)), 'D')
    from interaction i left join interaction_body body on body.org_id = i.org_id and body.interaction_id = i.id,
      search_scope(org, i.kind) as own
    where i.org_id = org and i.id = any(ids) and i.deleted_at is null;
  end if;
end $$;

create or replace function index_for_search(org uuid, what text, ids uuid[]) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  found search_entry[];
  changed tsvector[];
begin
  select array_agg(entry) into found from list_search_entries(org, what, ids) as entry;

  with removed as (
    delete from search_entry e
    where e.org_id = org and e.id = any(ids) and not exists (select from unnest(found) f where f.id = e.id and f.kind = e.kind)
      and (e.kind = what or what = 'interaction' and e.kind not in ('contact', 'company', 'task'))
    returning words
  ), before as (
    select words from removed
    union all
    select e.words from unnest(found) f join search_entry e on e.org_id = org and e.kind = f.kind and e.id = f.id
    where e.words is distinct from f.words
  )
  select array_agg(words) into changed from before;

  insert into search_entry select * from unnest(found)
  on conflict (org_id, kind, id) do update set at = excluded.at, words = excluded.words
  where (search_entry.at, search_entry.words) is distinct from (excluded.at, excluded.words);

  insert into search_word (org_id, word)
  select org, given.word from spoken_words(array(select words from unnest(found))) as given (word)
  where length(given.word) between 3 and 40 and given.word !~ '[0-9]'
    and not exists (select from search_word known where known.org_id = org and known.word = given.word);

  -- A word that was taken away, and that nothing else has, is forgotten.
  if changed is null then return; end if;
  delete from search_word w
  where w.org_id = org
    and w.word = any(array(select spoken_words(changed) except select spoken_words(array(select words from unnest(found)))))
    and not exists (
      select from search_kinds(org) as own (kind), search_entry e
      where e.words @@ (quote_literal(search_scope(org, own.kind) || w.word) || ':AB')::tsquery and (e.org_id = org) is true
    );
end $$;

create function note_changed_tasks() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$ begin
  perform note_for_search(org_id, 'task', array_agg(id)) from (
    select org_id, id, title, description, deleted_at from changed
    except select org_id, id, title, description, deleted_at from before
  ) other group by org_id;
  return null;
end $$;
create function note_tasks() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$ begin
  perform note_for_search(org_id, 'task', array_agg(distinct task_id)) from changed group by org_id;
  return null;
end $$;
create function note_changed_labels() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$ begin
  perform note_for_search(c.org_id, 'task', array_agg(distinct task_id))
  from changed c join before b using (org_id, id) join task_label l on l.org_id = c.org_id and l.label_id = c.id
  where c.name <> b.name group by c.org_id;
  return null;
end $$;
revoke execute on function note_changed_tasks, note_tasks, note_changed_labels from public;

create trigger search_added after insert on task referencing new table as changed for each statement execute function note_ids('task');
create trigger search_removed after delete on task referencing old table as changed for each statement execute function note_ids('task');
create trigger search_changed after update on task referencing old table as before new table as changed for each statement execute function note_changed_tasks();
create trigger search_added after insert on task_label referencing new table as changed for each statement execute function note_tasks();
create trigger search_removed after delete on task_label referencing old table as changed for each statement execute function note_tasks();
create trigger search_changed after update on label referencing old table as before new table as changed for each statement execute function note_changed_labels();

insert into search_change (org_id, kind, id) select org_id, 'task', id from task;
