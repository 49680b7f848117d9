import { useEffect, useState, type ComponentType } from 'react'
import { answers, reload } from '@/api/fetched-code.ts'
import { queryClient } from '@/app/query-client.ts'

const againMs = 2_000
const soonMs = 2_000

/**
 * A component whose code is fetched once the screen stands; until it is there, something that looks like it is shown. Where
 * there is no connection just then, the screen is to stay as it is; when there is one, the page is loaded anew.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, Meanwhile: ComponentType<Props> = Nothing): ComponentType<Props> {
  let known: ComponentType<Props> | undefined
  return function Later(props: Props) {
    const [Loaded, setLoaded] = useState(() => known)
    useEffect(() => {
      if (Loaded) return
      let timer: ReturnType<typeof setTimeout> | undefined
      const fetch = async () => {
        try {
          known = await load()
          setLoaded(() => known)
        } catch {
          if (await answers()) reload()
          timer = setTimeout(fetch, againMs)
        }
      }
      const leave = onceItStands(() => void fetch())
      return () => {
        leave()
        clearTimeout(timer)
      }
    }, [Loaded])
    return Loaded ? <Loaded {...props} /> : <Meanwhile {...props} />
  }
}

/** When the screen has what it asked for, and the page is idle; soon in any case: some pages never are. Returns how it is called off. */
function onceItStands(act: () => void): () => void {
  const begin = () => {
    leave()
    act()
  }
  const whenIdle = () => {
    if (queryClient.isFetching() > 0) return
    unsubscribe()
    if ('requestIdleCallback' in window) idle = requestIdleCallback(begin)
    else begin()
  }
  let idle: number | undefined
  const timer = setTimeout(begin, soonMs)
  const unsubscribe = queryClient.getQueryCache().subscribe(whenIdle)
  const leave = () => {
    unsubscribe()
    clearTimeout(timer)
    if (idle !== undefined) cancelIdleCallback(idle)
  }
  whenIdle()
  return leave
}

function Nothing() {
  return null
}

/** Keeps the place of a button with nothing but an icon. */
export function ButtonRoom() {
  return <span className="size-8 shrink-0" />
}
