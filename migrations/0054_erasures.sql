-- Erasing a person: what is kept about it is a receipt without a name, and what finds their words wherever they stand.

create table erasure (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  -- What looks for their words in every table.
  operation_id uuid,
  -- SHA-256 of the organization's id, a colon and each of their addresses: whoever knows an address can check.
  address_hashes text[] not null,
  -- Until it is finished: what is looked for, and what is put in its place.
  words jsonb,
  -- Rows by table: removed, or cleaned of their words.
  counts jsonb not null default '{}',
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (org_id, id)
);
alter table erasure enable row level security;
create policy tenant on erasure to rapport_app using (org_id = (select current_org()));
grant select, insert, update on erasure to rapport_app;

-- Tables of organizations' rows, and how many blocks they have.
create function list_erasable_tables() returns table (name text, blocks int)
language sql stable security definer set search_path = public, pg_temp as $$
  select relname::text, (pg_relation_size(pg_class.oid) / current_setting('block_size')::int)::int
  from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'org_id'
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'erasure' order by 1
$$;

-- `words` are [{find: a regular expression, put: what stands there afterwards, like: a pattern that is quick}].
create function erase_text(given text, words jsonb) returns text language plpgsql immutable parallel safe as $$
declare
  word jsonb;
begin
  for word in select * from jsonb_array_elements(words) loop
    given := regexp_replace(given, word->>'find', word->>'put', 'gi');
  end loop;
  return given;
end $$;

-- Puts something else in the place of these words, in every column of text of some blocks of a table, in the rows of the
-- current organization. Returns how many rows had one.
create function erase_words(of_table text, first_block int, end_block int, words jsonb) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  likes text[] := array(select word->>'like' from jsonb_array_elements(words) as word);
  columns text;
  cleaned text;
  either text;
  gone int;
begin
  if of_table not in (select name from list_erasable_tables()) then
    raise exception 'Nothing is erased from %.', of_table;
  end if;
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
  if columns is null then return 0; end if;
  execute format('update public.%I set (%s) = row(%s)
      where org_id = current_org() and ctid >= $3 and ctid < $4 and (%s) and row(%2$s) is distinct from row(%3$s)',
    of_table, columns, cleaned, either)
  using words, likes, format('(%s,0)', first_block)::tid, format('(%s,0)', end_block)::tid;
  get diagnostics gone = row_count;
  return gone;
end $$;

revoke execute on function list_erasable_tables, erase_words from public;
grant execute on function list_erasable_tables, erase_words to rapport_app;
