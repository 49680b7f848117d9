-- What is over goes: operations after their retention, and with an organization the people who are in no other.

-- Removes operations that ended before the retention, with what hangs on them (an import's row and rejections).
create function purge_operations(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone int;
begin
  delete from operation where ctid = any(array(
    select ctid from operation
    where status in ('succeeded', 'failed', 'cancelled') and finished_at < now() - older_than limit batch
  ));
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function purge_operations from public;
grant execute on function purge_operations to rapport_system;

-- As before, but members go last, and with them who was a member of nothing else: their sessions, passkeys and devices as well.
create or replace function erase_organization(erased uuid, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text;
  gone int;
begin
  if not exists (select from organization where id = erased and deleted_at is not null) then
    return 0;
  end if;
  for name in
    select pg_class.oid::regclass::text from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and relname <> 'member'
      and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'org_id' and not attisdropped)
    order by (select count(*) from pg_constraint where contype = 'f' and confrelid = pg_class.oid), relname
  loop
    execute format('delete from %s where ctid = any(array(select ctid from %s where org_id = $1 limit $2))', name, name)
      using erased, batch;
    get diagnostics gone = row_count;
    if gone > 0 then
      return gone;
    end if;
  end loop;
  -- Whoever joins another organization at this moment has locked their row, or waits for it: the next statement sees which.
  perform from "user" where id in (select user_id from member where org_id = erased) order by id for update;
  delete from "user"
  where id in (select user_id from member where org_id = erased)
    and not exists (select from member where user_id = "user".id and org_id <> erased);
  delete from member where org_id = erased;
  delete from organization where id = erased;
  return 1;
end $$;
