// The list that was looked at last, to come back to it as it was left. It is kept as long as the tab, so that it is still there when the page is
// loaded anew.

export interface Left<Selection> {
  selection: Selection
  search: object
  /** The row that was active, and what stood there. */
  row: number
  id?: string
  /** How far it was scrolled. */
  top: number
}

type Where = Pick<Left<unknown>, 'row' | 'id' | 'top'>

export interface ListPlace<Selection = unknown> {
  last(): Left<Selection>
  /** Remembers what the list shows, and where it is. */
  remember(selection: Selection, search: object): void
  /** Remembers where in it somebody is. */
  leave(place: Partial<Where>): void
  /** Where somebody was in it, when it is still that list. */
  find(listKey: string): Where | undefined
}

/** `key` is what it is kept under; `selection` what shows everything. */
export function listPlace<Selection>(key: string, selection: Selection): ListPlace<Selection> {
  let last: Left<Selection> = read(key, { selection, search: {}, row: 0, top: 0 })
  const keep = (left: Left<Selection>) => {
    last = left
    sessionStorage.setItem(key, JSON.stringify(left))
  }
  return {
    last: () => last,
    remember(shown, search) {
      const isSame = keyOf(shown) === keyOf(last.selection)
      keep({ ...(isSame ? last : { row: 0, top: 0 }), selection: shown, search })
    },
    leave: (place) => keep({ ...last, ...place }),
    find(listKey) {
      const { row, id, top } = last
      return keyOf(last.selection) === listKey ? { row, id, top } : undefined
    },
  }
}

function keyOf(selection: unknown): string {
  return JSON.stringify(selection)
}

function read<Selection>(key: string, none: Left<Selection>): Left<Selection> {
  try {
    return { ...none, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Left<Selection>>) }
  } catch {
    return none
  }
}
