-- Lists of companies have saved views, as those of people.
alter table saved_view drop constraint saved_view_kind_check;
alter table saved_view add constraint saved_view_kind_check check (kind in ('contact', 'company', 'task'));
