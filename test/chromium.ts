// The machine's own Chromium, without a window.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Throws when there is none. */
export function launchChromium(): Promise<Browser> {
  const program = process.env.CHROMIUM ?? programs.find((path) => existsSync(path))
  assert(program, 'There is no Chromium: `apt-get install chromium`, or name one in CHROMIUM.')
  return chromium.launch({ executablePath: program, args: process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet })
}
