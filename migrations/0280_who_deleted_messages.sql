-- Who has deleted a message, and may bring it back: what an owner of the channel took away, its author does not put there again.
-- Null of what was deleted before, and is its author's to bring back.
alter table message add column deleted_by uuid;
