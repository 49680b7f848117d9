-- What a push says, and what the next one takes back.

alter table inbox
  -- Whether pushes say what was said: they are seen on locked screens.
  add push_snippets boolean not null default true;

alter table notification_dispatch
  -- Of a push: what the browser shows. It may be gone by now.
  add notification_id uuid;

-- Encrypted anew with another key.
grant update (private_key) on push_key to rapport_app;
