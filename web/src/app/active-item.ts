import { useState } from 'react'

/** The item at which the keys are: an item and not a place, since what others do moves it. When it has gone, the one that has come to its place. */
export function useActiveItem<Item extends { id: string }>(items: Item[], first?: string) {
  const [chosen, setChosen] = useState<{ id: string | undefined; place: number }>({ id: first, place: 0 })
  const found = items.findIndex(({ id }) => id === chosen.id)
  const active = found >= 0 ? found : Math.max(0, Math.min(items.length - 1, chosen.place))
  // Where it was last, for when it goes.
  if (found >= 0 && found !== chosen.place) setChosen({ id: chosen.id, place: found })
  return { active, setActive: (item: Item) => setChosen({ id: item.id, place: items.indexOf(item) }) }
}
