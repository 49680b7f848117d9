// Which columns are shown, and in which order.

import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Popover } from '@/ui/popover.tsx'
import type { Column } from './column.ts'
import type { Layout } from './layout.ts'

export function ColumnsMenu({ layout }: { layout: Layout }) {
  const m = useMessages()
  const { ids, setIds } = layout
  const move = (id: string, by: number) => setIds(ids.toSpliced(ids.indexOf(id), 1).toSpliced(ids.indexOf(id) + by, 0, id))
  return (
    <Popover label={m.people.columns} align="end" className="w-72 p-1.5" trigger={<Button look="quiet" icon={<Columns3 size={15} />} aria-label={m.people.columns} title={m.people.columns} className="max-md:hidden" />}>
      <ul className="max-h-96 overflow-y-auto">
        {layout.shown.slice(1).map((column, place, shown) => (
          <Line key={column.id} column={column} on onChange={() => setIds(ids.filter((id) => id !== column.id))}>
            <Button look="quiet" size="sm" disabled={place === 0} icon={<ArrowUp size={13} />} aria-label={`${m.people.move_up}: ${column.title}`} onClick={() => move(column.id, -1)} />
            <Button look="quiet" size="sm" disabled={place === shown.length - 1} icon={<ArrowDown size={13} />} aria-label={`${m.people.move_down}: ${column.title}`} onClick={() => move(column.id, 1)} />
          </Line>
        ))}
        {layout.hidden.map((column) => (
          <Line key={column.id} column={column} on={false} onChange={() => setIds([...ids, column.id])} />
        ))}
      </ul>
    </Popover>
  )
}

function Line({ column, on, onChange, children }: { column: Column; on: boolean; onChange(): void; children?: React.ReactNode }) {
  return (
    <li className="flex h-8 items-center rounded-md hover:bg-hover">
      <label className="flex h-full min-w-0 flex-1 cursor-pointer items-center gap-2.5 px-2">
        <input type="checkbox" className="size-3.5 accent-accent" checked={on} onChange={onChange} />
        <span className="truncate">{column.title}</span>
      </label>
      {children}
    </li>
  )
}
