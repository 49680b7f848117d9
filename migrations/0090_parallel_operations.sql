-- How many operations of one kind an organization may have running at once.

alter table organization add parallel_operations int not null default 3 check (parallel_operations between 1 and 50);
