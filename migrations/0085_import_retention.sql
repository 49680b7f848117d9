-- What an import keeps of people beside the contacts goes with its time to be undone: rejected rows, by what a dry run
-- recognized them, and what it changed. A batch at a time; returns how many rows went of the table that has most.
create function purge_imports(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  rejections int;
  seen int;
  changes int;
begin
  delete from import_rejection where ctid = any(array(
    select r.ctid from operation o join import_rejection r on r.org_id = o.org_id and r.operation_id = o.id
    where o.kind like 'import.%' and o.finished_at < now() - older_than limit batch
  ));
  get diagnostics rejections = row_count;
  delete from import_seen where ctid = any(array(
    select s.ctid from operation o join import_seen s on s.org_id = o.org_id and s.import_id = o.id
    where o.kind like 'import.%' and o.finished_at < now() - older_than limit batch
  ));
  get diagnostics seen = row_count;
  delete from import_change where ctid = any(array(
    select ctid from import_change where made_at < now() - older_than limit batch
  ));
  get diagnostics changes = row_count;
  return greatest(rejections, seen, changes);
end $$;
revoke execute on function purge_imports from public;
grant execute on function purge_imports to rapport_system;

drop policy sweep on import_change;
revoke select, delete on import_change from rapport_system;
