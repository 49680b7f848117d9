import { lazyRouteComponent } from '@tanstack/react-router'
import { hasOtherVersion } from '@/api/version.ts'

const againMs = 2_000

/**
 * A screen whose code is fetched when it is first needed. Where there is no connection just then, the screen before stays until
 * there is one. Where the server has another version by now, it has not got this code any more: the router loads the page anew, once.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- the router infers the screen from the module
export function lazyScreen<Module extends Record<string, any>, Name extends keyof Module>(load: () => Promise<Module>, name: Name) {
  return lazyRouteComponent(() => whenConnected(load), name)
}

async function whenConnected<Module>(load: () => Promise<Module>): Promise<Module> {
  for (;;) {
    try {
      return await load()
    } catch (error) {
      if (await hasOtherVersion()) throw error
      await new Promise((resolve) => setTimeout(resolve, againMs))
    }
  }
}
