-- Whoever accepts an invitation with a link that somebody handed them has not shown that they read mail at its address.

drop function create_user(text, text, text);
create function create_user(user_name text, user_email text, password_hash text, verified boolean) returns uuid
language sql security definer set search_path = public, pg_temp as $$
  with made as (
    insert into "user" (name, email, email_verified) values (user_name, lower(user_email), verified)
    on conflict (email) do nothing returning id
  ), credential as (
    insert into auth.account (user_id, provider_id, account_id, password)
    select id, 'credential', id::text, password_hash from made
  )
  select id from made
$$;
revoke execute on function create_user from public;
grant execute on function create_user to rapport_app;
