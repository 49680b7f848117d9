import { queryClient } from './query-client.ts'
import { meQuery } from './session.ts'

/** Under which this browser keeps something of whoever is signed in, in the organization of now: others who use it do not see it. */
export function personalKey(name: string): string {
  const me = queryClient.getQueryData(meQuery.queryKey)
  return `${name}.${me?.organization.id}.${me?.user?.id}`
}
