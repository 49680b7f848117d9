-- When a passkey signed somebody in last: what tells people which of theirs they may remove.
alter table auth.passkey add column last_used_at timestamptz;
