import { useTaskMessages } from '@/messages/tasks.ts'
import { Kbd } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { modKey } from './shortcuts.ts'

export function ShortcutSheet({ open, onClose }: { open: boolean; onClose(): void }) {
  const { shortcuts: m, nav, duplicates, inbox, rooms, bookmarks, sharing, tasks, later } = useTaskMessages()
  const mod = modKey.trim()
  const groups: [string, [string, string][]][] = [
    [m.anywhere, [[`${mod} K`, m.palette], [`${mod} Z`, m.undo], ['?', m.sheet], ['g h', m.go_home], ['g n', m.go_inbox], ['g r', m.go_rooms], ['g t', m.go_tasks], ['g p', m.go_people], ['g c', m.go_companies], ['g d', m.go_duplicates], ['g i', m.go_import], ['g o', m.go_operations], ['g s', m.go_settings]]],
    [m.list, [
      ['j', m.down], ['k', m.up], ['Home End', m.ends], ['Enter', m.open], ['x', m.select], ['⇧ x', m.extend], ['⇧ j', m.select_down], ['⇧ k', m.select_up], [`${mod} A`, m.select_all], ['Esc', m.clear],
      ['h l', m.cell], ['e F2', m.edit_cell], ['Tab', m.save_next], ['t', m.tag], ['#', m.remove], ['/', m.filter], ['f', m.by_filter], ['n', m.create],
    ]],
    [m.person, [['j', m.next_one], ['k', m.previous_one], ['n', m.note], ['c', m.call], ['m', m.meeting], ['t', m.tag], ['#', m.remove], ['Esc', m.back]]],
    [rooms.keys.title, [
      ['Alt ↑ ↓', rooms.keys.previous_next], ['Alt ⇧ ↑ ↓', rooms.keys.unread], ['n', rooms.keys.write], ['⇧ ↵', rooms.keys.line], ['↑', rooms.keys.edit_last], ['j k', rooms.keys.up_down], ['r', rooms.keys.reply], ['q', sharing.quote], ['b', bookmarks.add], ['t', tasks.from_message], ['e', rooms.keys.edit], ['u', rooms.keys.unread_from], ['m', later.remind], ['p', rooms.keys.author], ['Enter', rooms.keys.tools], ['#', m.remove], ['Esc', rooms.keys.read],
    ]],
    [nav.inbox, [['e', inbox.keys.done], ['s', inbox.keys.snooze], ['m', inbox.keys.mute], ['r', inbox.keys.read], ['u', m.undo], ['⇧ E', inbox.keys.all_done]]],
    [nav.tasks, [['n', tasks.add], ['x', tasks.complete], ['t', tasks.plan], ['j k', tasks.keys.up_down], ['Enter', m.open], ['1 2 3 4', tasks.keys.shows], ['⇧ ← ↑ ↓ →', tasks.keys.move], ['m w', tasks.keys.month_week], ['Page↑ Page↓', tasks.keys.pages], ['c', tasks.keys.comments], ['s', tasks.keys.select], ['⇧ j', m.select_down], ['⇧ k', m.select_up], ['#', m.remove], ['Esc', tasks.keys.close]]],
    [nav.duplicates, [['↑ ↓', m.property], ['← →', m.side], ['Enter', duplicates.merge], ['s', duplicates.skip], ['d', duplicates.dismiss], ['u', m.undo]]],
  ]
  return (
    <Dialog title={m.title} open={open} onClose={onClose} className="w-[min(48rem,calc(100vw-2rem))]">
      <div className="gap-x-8 sm:columns-2 md:columns-3">
        {groups.map(([title, keys]) => (
          <section key={title} className="mb-5 break-inside-avoid">
            <h3 className="mb-2 text-xs font-semibold text-ink-faint">{title}</h3>
            <dl className="grid gap-1.5">
              {keys.map(([key, what]) => (
                <div key={key} className="flex items-center justify-between gap-3 text-sm">
                  <dt>{what}</dt>
                  <dd className="flex gap-1">
                    {key.split(' ').map((part) => (
                      <Kbd key={part} className="text-ink-soft">
                        {part}
                      </Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
