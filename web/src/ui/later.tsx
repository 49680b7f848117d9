import { lazy, Suspense, useEffect, useState, type ComponentType } from 'react'

/** A component whose code is fetched once the screen stands; until it is there, something that looks like it is shown. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, Meanwhile: ComponentType<Props> = Nothing): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await load() }))
  return function Later(props: Props) {
    const [wanted, setWanted] = useState(false)
    useEffect(() => {
      const whenIdle = window.requestIdleCallback ?? setTimeout
      whenIdle(() => setWanted(true))
    }, [])
    const meanwhile = <Meanwhile {...props} />
    if (!wanted) return meanwhile
    return (
      <Suspense fallback={meanwhile}>
        <Loaded {...props} />
      </Suspense>
    )
  }
}

function Nothing() {
  return null
}
