-- Views of tasks are kept beside those of contacts.

alter table contact_view rename to saved_view;
alter table saved_view
  add column kind text not null default 'contact' check (kind in ('contact', 'task')),
  -- How tasks are laid out.
  add column layout text;
alter table saved_view alter column kind drop default, alter column filter drop default, alter column sort drop default;
