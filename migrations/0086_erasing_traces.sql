-- What else is kept of a person who is erased: what was said of them in events about others (that they are somebody's relation, say), what
-- receivers of webhooks answered to that, answers that are kept for requests that are sent again, and rejected rows of imports.

-- Until it is finished: the ids that are looked for, of the contact, of whom was merged into it, and of their relationships.
alter table erasure add ids uuid[] not null default '{}';

create or replace function erase_from_log(subjects text[], actor_ids text[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  with erased as (
    update event set data = '{}' where (org_id, id) in (
      select org_id, id from audit_entry where org_id = current_org() and subject = any(subjects)
    )
    returning org_id, id
  )
  update webhook_delivery set response_body = null from erased
  where webhook_delivery.org_id = erased.org_id and webhook_delivery.event_id = erased.id and response_body is not null;
  update audit_entry set address = null, user_agent = null where org_id = current_org() and actor_id = any(actor_ids);
$$;

-- Forgets what names one of these ids, in some blocks of events or of kept answers. That an event was stays, so cursors go on; whoever
-- sends such a request again is told that its answer is lost. Returns how many rows had one.
create function erase_mentions(of_table text, first_row tid, end_row tid, ids uuid[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  likes text[] := array(select '%' || id || '%' from unnest(ids) as id);
  gone int := 0;
begin
  if of_table = 'event' then
    with erased as (
      update event set data = '{}'
      where org_id = current_org() and ctid >= first_row and ctid < end_row and data::text like any(likes)
        -- That says no more than that somebody is gone.
        and type <> 'contact.erased'
      returning org_id, id
    ), answers as (
      update webhook_delivery set response_body = null from erased
      where webhook_delivery.org_id = erased.org_id and webhook_delivery.event_id = erased.id and response_body is not null
    )
    select count(*) into gone from erased;
  elsif of_table = 'idempotency_key' then
    update idempotency_key set status = null, headers = null, body = null
    where org_id = current_org() and ctid >= first_row and ctid < end_row and body like any(likes);
    get diagnostics gone = row_count;
  end if;
  return gone;
end $$;

-- Puts something else in the place of these words, in every column of text of some blocks of a table, in the rows of the
-- current organization; what names one of these ids in the two tables above is forgotten whole, and so are rejected rows with such a word,
-- of which nobody can tell what else in them is of the person. Returns how many rows had one.
drop function erase_words(text, int, int, jsonb);
create function erase_words(of_table text, first_block int, end_block int, words jsonb, ids uuid[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first_row tid := format('(%s,0)', first_block)::tid;
  end_row tid := format('(%s,0)', end_block)::tid;
  likes text[] := array(select word->>'like' from jsonb_array_elements(words) as word);
  columns text;
  cleaned text;
  either text;
  forgotten int;
  gone int;
begin
  if of_table not in (select name from list_erasable_tables()) then
    raise exception 'Nothing is erased from %.', of_table;
  end if;
  forgotten := erase_mentions(of_table, first_row, end_row, ids);
  select string_agg(format('%I', attname), ', ' order by attnum),
    string_agg(case atttypid
      when 'jsonb'::regtype then format('erase_text(%I::text, $1)::jsonb', attname)
      when 'text[]'::regtype then format('case when %1$I is not null then array(select erase_text(each, $1) from unnest(%1$I) as each) end', attname)
      else format('erase_text(%I, $1)', attname) end, ', ' order by attnum),
    string_agg(format('%I::text ilike any ($2)', attname), ' or ')
  into columns, cleaned, either
  from pg_attribute
  where attrelid = format('public.%I', of_table)::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    and atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype);
  if columns is null then return forgotten; end if;
  -- What they took part in is found by their address until it is indexed again.
  if of_table = 'participant' then
    insert into search_change (org_id, kind, id)
    select distinct org_id, 'interaction', interaction_id from participant
    where org_id = current_org() and ctid >= first_row and ctid < end_row and address ilike any(likes);
  end if;
  execute format('update public.%I set %s
      where org_id = current_org() and ctid >= $3 and ctid < $4 and (%s) and row(%s) is distinct from row(%s)',
    of_table,
    case of_table when 'import_rejection' then 'reason = erase_text(reason, $1), excerpt = ''[erased]'', record = null'
      else format('(%s) = row(%s)', columns, cleaned) end,
    either, columns, cleaned)
  using words, likes, first_row, end_row;
  get diagnostics gone = row_count;
  return forgotten + gone;
end $$;

-- Soon, by whoever indexes.
create function index_interactions_again(ids uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into search_change (org_id, kind, id) select current_org(), 'interaction', id from unnest(ids) as id
$$;

revoke execute on function erase_mentions, erase_words, index_interactions_again from public;
grant execute on function erase_words, index_interactions_again to rapport_app;

-- How somebody was before an import has changed them.
grant update (changed) on import_change to rapport_app;
