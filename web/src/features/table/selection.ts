// What is selected: some, or all that the filter finds but for some.

export type Selection = { all: false; ids: ReadonlySet<string> } | { all: true; except: ReadonlySet<string> }

export const none: Selection = { all: false, ids: new Set() }
export const everything: Selection = { all: true, except: new Set() }

export function isSelected(selection: Selection, id: string): boolean {
  return selection.all ? !selection.except.has(id) : selection.ids.has(id)
}

export function sizeOf(selection: Selection, total: number): number {
  return selection.all ? Math.max(0, total - selection.except.size) : selection.ids.size
}

export function select(selection: Selection, ids: string[], on: boolean): Selection {
  const changed = new Set(selection.all ? selection.except : selection.ids)
  for (const id of ids) {
    if (on === selection.all) changed.delete(id)
    else changed.add(id)
  }
  return selection.all ? { all: true, except: changed } : { all: false, ids: changed }
}
