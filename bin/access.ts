// `npm run access`: writes docs/access.md from the routes.

import { writeFile } from 'node:fs/promises'
import { describeAccess } from '#platform/access-list'
import { readConfig } from '#platform/config'
import { describedApp } from '../server/commands/openapi.ts'

const { http, close } = await describedApp(readConfig({}))
await writeFile(new URL('../docs/access.md', import.meta.url), describeAccess(http.accessList))
await close()
