-- A receiver that is busy says how long it wants to be left alone: by all messages, not only by the one that it refused.

alter table webhook add held_until timestamptz;
