// What calls about rooms, tasks and inboxes name: out of the data set, as its owner has it, who is in every channel.

import type pg from 'pg'

export interface RoomSample {
  /** Its owner. */
  user_id: string
  /** The largest channel, in which everyone is: how many messages, and the number and the time of one in the middle. */
  channel: { id: string; last_seq: number; middle: number; middle_at: string; middle_id: string }
  /** Others of the owner, from large to small. */
  channels: string[]
  /** A direct room of the owner, and who is in it as well. */
  direct: { id: string; other_id: string }
  /** A thread that the owner follows. */
  thread: string
  tasks: string[]
  /** A label that a good part of the tasks has. */
  label: string
  /** Words of messages and tasks, that few and that many have; names of channels. */
  rare_words: string[]
  frequent_words: string[]
  names: string[]
}

/** `db` sees every row. */
export async function takeRoomSample(db: pg.ClientBase, orgId: string): Promise<RoomSample> {
  const column = async (text: string) => (await db.query<{ value: string }>(text, [orgId])).rows.map(({ value }) => value)
  const owner = (await column(`select user_id as value from member where org_id = $1 and role = 'owner'`))[0]!
  const { rows: [channel] } = await db.query<RoomSample['channel']>(`
    select room.id, last_seq, middle.seq as middle, rfc3339(middle.created_at) as middle_at, middle.id as middle_id
    from (select * from room where org_id = $1 and kind = 'channel' order by last_seq desc limit 1) room
    join message middle on middle.org_id = $1 and middle.room_id = room.id and thread_id is null and seq = last_seq / 2`, [orgId])
  const { rows: [direct] } = await db.query<RoomSample['direct']>(`
    select room.id, other.user_id as other_id from room
    join room_member mine on mine.org_id = $1 and mine.room_id = room.id and mine.user_id = $2
    join room_member other on other.org_id = $1 and other.room_id = room.id and other.user_id <> $2
    where room.org_id = $1 and kind = 'direct' order by last_seq desc limit 1`, [orgId, owner])
  return {
    user_id: owner,
    channel: channel!,
    channels: await column(`select id as value from room where org_id = $1 and kind = 'channel' order by last_seq desc offset 1`),
    direct: direct!,
    thread: (await column(`select thread_id as value from thread_follower join thread on thread.org_id = $1 and id = thread_id
      where thread_follower.org_id = $1 and user_id = '${owner}' order by last_seq desc, id limit 1`))[0]!,
    tasks: await column(`select id as value from (
      select id, row_number() over (order by id) as n, count(*) over () as total from task where org_id = $1
    ) t where n % greatest(total / 20, 1) = 0 limit 20`),
    label: (await column(`select name as value from label join task_label on task_label.org_id = $1 and label_id = id where label.org_id = $1
      group by name order by count(*) desc limit 1`))[0]!,
    rare_words: await column(`select substring(text from 'order ([0-9]+)') as value from message
      where org_id = $1 and deleted_at is null and text like '%order %' order by id desc limit 20`),
    frequent_words: ['plan', 'budget', 'contract', 'customer', 'mistake', 'amber', 'juniper', 'thursday'],
    names: await column(`select name as value from room where org_id = $1 and name is not null order by last_seq desc limit 10`),
  }
}
