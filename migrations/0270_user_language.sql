-- In which language, and by which clock, Rapport writes to somebody. Null: their browser has not said so yet.

alter table "user"
  add language text check (language in ('en', 'de')),
  add time_zone text check (length(time_zone) <= 64);
