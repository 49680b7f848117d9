import { useEffect, useState, type ComponentType } from 'react'
import { hasOtherVersion, reload } from '@/api/version.ts'

const againMs = 2_000

/**
 * A component whose code is fetched once the screen stands; until it is there, something that looks like it is shown. Where
 * there is no connection just then, it is tried again: the screen is to stay as it is. Where the server has another version by now,
 * the page is loaded anew.
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
          if (await hasOtherVersion()) reload()
          else timer = setTimeout(fetch, againMs)
        }
      }
      const whenIdle = window.requestIdleCallback ?? setTimeout
      whenIdle(() => void fetch())
      return () => clearTimeout(timer)
    }, [Loaded])
    return Loaded ? <Loaded {...props} /> : <Meanwhile {...props} />
  }
}

function Nothing() {
  return null
}
