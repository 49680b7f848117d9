import { useEffect, useState, type ComponentType } from 'react'
import { answers, reload } from '@/api/fetched-code.ts'

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
      // A tab that nobody looks at is hardly ever idle.
      if ('requestIdleCallback' in window) requestIdleCallback(() => void fetch(), { timeout: soonMs })
      else setTimeout(fetch)
      return () => clearTimeout(timer)
    }, [Loaded])
    return Loaded ? <Loaded {...props} /> : <Meanwhile {...props} />
  }
}

function Nothing() {
  return null
}

/** Keeps the place of a button with nothing but an icon. */
export function ButtonRoom() {
  return <span className="size-8 shrink-0" />
}
