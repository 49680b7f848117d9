// What can be done on this screen, for the palette: each screen says it as long as it is there.

import { useEffect, useId, useSyncExternalStore, type ReactNode } from 'react'

export interface OfferedCommand {
  label: string
  icon?: ReactNode
  keys?: string
  run(): void
}

let offered = new Map<string, OfferedCommand[]>()
let all: OfferedCommand[] = []
const watchers = new Set<() => void>()

export function useCommands(commands: OfferedCommand[]) {
  const id = useId()
  useEffect(() => {
    set(new Map([...offered, [id, commands]]), false)
  })
  useEffect(() => () => set(new Map([...offered].filter(([key]) => key !== id))), [id])
}

export function useOfferedCommands(): OfferedCommand[] {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => void watchers.delete(watch)
    },
    () => all,
  )
}

/** Nobody needs to be told of commands that are the same but for their functions: the palette reads them when it opens. */
function set(next: Map<string, OfferedCommand[]>, tell = true) {
  offered = next
  all = [...next.values()].flat()
  if (tell) for (const watch of watchers) watch()
}
