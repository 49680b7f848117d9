-- What is new in the indexes of parts of names and addresses waits in a list until there is enough of it to be sorted in. At 256 kB an import
-- did that with nearly each batch, and half of its time was that; at 4 MB a fifth of it. A search reads the list as well: so the indexer of a
-- worker process sorts it in every few seconds, where nobody waits for it.
--
-- Tried on imports of 20,000 rows into 120,000 (auto_explain): names 4.5 s at 256 kB, 1.9 at 1 MB, 0.9 at 4 MB; addresses 3.7, 1.7, 1.1. Of
-- 100,000 rows into nothing PostgreSQL's processor time was 25.2 s before; 21.6 with what the two migrations before this one do; 17.6 with this.
alter index contact_search_parts set (gin_pending_list_limit = 4096);
alter index contact_email_parts set (gin_pending_list_limit = 4096);

create function sort_pending_parts() returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform gin_clean_pending_list('contact_search_parts'), gin_clean_pending_list('contact_email_parts');
end $$;
revoke execute on function sort_pending_parts from public;
grant execute on function sort_pending_parts to rapport_system;
