-- When what an operation did was taken back, be it by another operation or at once.
alter table operation add column undone_at timestamptz;

update operation o set undone_at = u.finished_at
from import i join operation u on u.org_id = i.org_id and u.id = i.undo_id
where i.org_id = o.org_id and i.id = o.id and u.status = 'succeeded';

update operation o set undone_at = coalesce(u.finished_at, b.undone_at)
from bulk_change b left join operation u on u.org_id = b.org_id and u.id = b.undo_operation_id
where b.org_id = o.org_id and b.operation_id = o.id and b.undone_at is not null and coalesce(u.status, 'succeeded') = 'succeeded';
