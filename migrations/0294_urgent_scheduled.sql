-- What is sent later may be urgent then.
alter table scheduled_message add urgent boolean not null default false;
