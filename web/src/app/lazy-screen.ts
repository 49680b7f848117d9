import { lazyRouteComponent } from '@tanstack/react-router'
import { answers } from '@/api/fetched-code.ts'

const againMs = 2_000

/**
 * A screen whose code is fetched when it is first needed. Where there is no connection just then, the screen before stays until
 * there is one: then the router loads the page anew, once, at the screen that was wanted.
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
      if (await answers()) throw error
      await new Promise((resolve) => setTimeout(resolve, againMs))
    }
  }
}
