// The machine's own Chromium, without a window.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const whole = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** The same without all that belongs to a window: a journey takes two thirds to four fifths of the processor time. */
const lean = '/usr/bin/chromium-headless-shell'
const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The whole one where there is one, or the lean one first. Throws when there is neither. */
export function launchChromium({ leanFirst = false } = {}): Promise<Browser> {
  const programs = leanFirst ? [lean, ...whole] : [...whole, lean]
  const program = process.env.CHROMIUM ?? programs.find((path) => existsSync(path))
  assert(program, 'There is no Chromium: `apt-get install chromium`, or name one in CHROMIUM.')
  return chromium.launch({ executablePath: program, args: process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet })
}
