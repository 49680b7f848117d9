import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe } from '@/app/roles.ts'
import { fitsTo } from '@/features/rooms/completions.ts'
import { nameOfRoom, RoomIcon } from '@/features/rooms/room-name.tsx'
import { roomsQuery } from '@/features/rooms/rooms-queries.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Picker, PickerItem } from '@/ui/picker.tsx'

interface Props {
  label: string
  except: string[]
  onPick(id: string): void
}

/** One of the rooms in which one is. */
export function RoomPicker({ label, except, onPick }: Props) {
  const { rooms: m } = useTaskMessages()
  const me = useMe().user?.id
  const [text, setText] = useState('')
  const { data: rooms = [] } = useQuery(roomsQuery)
  const fits = fitsTo(text)
  const named = rooms.map((room) => ({ room, name: nameOfRoom(room, me, m.nobody) }))
  return (
    <Picker autoFocus label={label} text={text} onText={setText} isFound>
      {named.filter(({ room, name }) => !except.includes(room.id) && fits(name)).slice(0, 30).map(({ room, name }) => (
        <PickerItem key={room.id} value={room.id} icon={<RoomIcon room={room} />} onPick={() => onPick(room.id)}>
          {name}
        </PickerItem>
      ))}
    </Picker>
  )
}
