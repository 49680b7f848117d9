-- Places of which somebody does not want to hear: a task, a thread. Rooms are muted where they are.
alter table inbox add muted_places text[] not null default '{}';
