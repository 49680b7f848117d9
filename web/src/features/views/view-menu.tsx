// Saved views: chosen, kept anew, renamed, shared, deleted; one of them may be what this device begins with.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, ChevronDown, House, ListPlus, PenLine, Save, Star, Trash2, Users } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { dropDraft } from '@/app/drafts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { MenuItem, menuLook } from '@/ui/menu.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { ViewDialog, type Named } from './view-dialog.tsx'
import type { ViewStore } from './views.ts'

interface SavedView {
  id: string
  name: string
  shared: boolean
}

export interface ViewMenuProps<View extends SavedView, Content extends object> {
  source: ViewStore<View, Content>
  views: View[]
  current: View | undefined
  /** What is shown, which may be another than what the view says. */
  content: Content
  isChanged: boolean
  /** Undefined for the whole list. */
  onChoose(view: View | undefined): void
  /** Where a device may begin with one. */
  defaultId?: string
  onDefault?(id: string | undefined): void
}

export function ViewMenu<View extends SavedView, Content extends object>({ source, views, current, content, isChanged, onChoose, defaultId, onDefault }: ViewMenuProps<View, Content>) {
  const m = useMessages()
  const words = source.words(m)
  const client = useQueryClient()
  const [dialog, setDialog] = useState<'new' | 'rename'>()
  const refresh = () => client.invalidateQueries({ queryKey: source.query.queryKey })
  const keep = useMutation({
    mutationFn: (work: () => Promise<View>) => work(),
    async onSuccess(view) {
      client.setQueryData<View[]>(source.query.queryKey, (known) => known && [...known.filter(({ id }) => id !== view.id), view])
      toast(m.views.saved(view.name))
      onChoose(view)
      await refresh()
    },
    // Where somebody waits for it, the dialog says so.
    onError: (error) => dialog ?? toastProblem(error),
  })
  const renamed = dialog === 'rename' ? current : undefined
  const draft = renamed ? `view:${renamed.id}` : `new-view:${source.query.queryKey.join(':')}`
  const close = () => {
    keep.reset()
    setDialog(undefined)
  }
  const save = (named: Named) => {
    const work = () => (renamed ? source.change(renamed.id, named as Partial<SavedView & Content>) : source.create({ ...content, ...named }))
    keep.mutate(work, {
      onSuccess() {
        dropDraft(draft)
        close()
      },
    })
  }
  const remove = useMutation({
    mutationFn: ({ id }: View) => source.remove(id),
    async onSuccess(_nothing, view) {
      const { name, shared } = view
      onChoose(undefined)
      toast(m.views.deleted(name), { undo: () => keep.mutate(() => source.create({ ...source.contentOf(view), name, shared })) })
      await refresh()
    },
    onError: toastProblem,
  })
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <h1 className="shrink-0 text-lg font-semibold">
          <DropdownMenu.Trigger className="-ml-2 flex h-8 max-w-60 items-center gap-1 rounded-md px-2 hover:bg-hover data-[state=open]:bg-hover">
            <span className="truncate">{current?.name ?? words.title}</span>
            {isChanged && <span role="img" aria-label={m.views.changed} className="size-1.5 shrink-0 rounded-full bg-accent" />}
            <ChevronDown size={15} className="shrink-0 text-ink-faint" />
          </DropdownMenu.Trigger>
        </h1>
        <DropdownMenu.Portal>
          <DropdownMenu.Content align="start" sideOffset={6} className={`${menuLook} max-h-[70vh] max-w-72 overflow-y-auto`}>
            <MenuItem icon={<Users size={15} />} end={!current && <Check size={14} />} onSelect={() => onChoose(undefined)}>
              {words.all}
            </MenuItem>
            {views.map((view) => (
              <MenuItem key={view.id} icon={view.shared ? <Users size={15} /> : <Star size={15} />} end={view.id === current?.id ? <Check size={14} /> : view.id === defaultId && <House size={13} className="text-ink-faint" />} onSelect={() => onChoose(view)}>
                {view.name}
              </MenuItem>
            ))}
            <DropdownMenu.Separator className="my-1 h-px bg-line" />
            {current && isChanged && (
              <MenuItem icon={<Save size={15} />} onSelect={() => keep.mutate(() => source.change(current.id, content as Partial<SavedView & Content>))}>
                {m.views.update(current.name)}
              </MenuItem>
            )}
            <MenuItem icon={<ListPlus size={15} />} onSelect={() => setDialog('new')}>
              {m.views.save_new}
            </MenuItem>
            {current && (
              <>
                <MenuItem icon={<PenLine size={15} />} onSelect={() => setDialog('rename')}>
                  {m.views.rename}
                </MenuItem>
                {onDefault && (
                  <MenuItem icon={<House size={15} />} onSelect={() => onDefault(current.id === defaultId ? undefined : current.id)}>
                    {current.id === defaultId ? words.no_default : m.views.make_default}
                  </MenuItem>
                )}
                <MenuItem icon={<Trash2 size={15} />} danger onSelect={() => remove.mutate(current)}>
                  {m.views.remove}
                </MenuItem>
              </>
            )}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <ViewDialog
        title={renamed ? m.views.rename : m.views.save_new}
        open={dialog !== undefined}
        onClose={close}
        named={renamed ?? { name: '', shared: false }}
        draft={draft}
        pending={keep.isPending}
        error={keep.error}
        onSave={save}
      />
    </>
  )
}
