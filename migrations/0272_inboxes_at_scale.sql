-- How many places have something unread, or snoozed, is counted with each notification: along the places, and no further than is told. Of
-- somebody with 10,000 unread it read them all.

create index notification_unread_place on notification (org_id, user_id, place) where unread_count > 0 and snoozed_until is null;
create index notification_snoozed_place on notification (org_id, user_id, place) where snoozed_until is not null;
