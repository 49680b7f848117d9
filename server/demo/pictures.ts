// The files that the demo's team shows each other. Drawn, so that nobody's house is in it.

import sharp from 'sharp'

export interface SharedFile {
  name: string
  type: string
  draw(): Promise<Buffer>
}

export const sharedFiles = {
  FTHERMAL: { name: 'north-facade-thermal.jpg', type: 'image/jpeg', draw: drawThermal },
  FELEVATION: { name: 'birkenau-elevation-north.png', type: 'image/png', draw: drawElevation },
  FLOGGER: { name: 'attic-logger.csv', type: 'text/csv', draw: writeLogger },
} satisfies Record<string, SharedFile>

export type FileId = keyof typeof sharedFiles

const width = 720
const height = 540
const windows = [0, 1, 2].flatMap((row) => [0, 1, 2, 3].map((column) => ({ x: 142 + column * 124, y: 168 + row * 108 })))
const [windowWidth, windowHeight] = [64, 72]
/** Of the windows, the one whose seal is gone. */
const leak = windows[6]!

/** A house as a thermal camera sees it on a cold morning: the walls are dense, the glass is warmer, one window leaks. */
function drawThermal(): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) pixels.set(colorOf(heatAt(x, y)), (y * width + x) * 3)
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } }).blur(2.5).jpeg({ quality: 82 }).toBuffer()
}

/** From 0 for the sky to 1 for the warmest. */
function heatAt(x: number, y: number): number {
  const roof = 40 + Math.abs(x - width / 2) * 0.28
  const isHouse = x > 84 && x < width - 84 && y > roof
  if (y > 490) return 0.2 - (y - 490) * 0.0008
  if (!isHouse) return 0.03 + y * 0.00012
  if (y < roof + 34) return 0.2
  const at = windows.find((each) => x >= each.x && x < each.x + windowWidth && y >= each.y && y < each.y + windowHeight)
  // Warm air rises along the wall.
  const plume = Math.max(0, 1 - Math.hypot((x - leak.x - 32) / 46, (y - leak.y + 14) / (y < leak.y ? 92 : 26)))
  const edge = at === leak ? Math.max(0, 1 - Math.min(x - at.x, at.x + windowWidth - x, y - at.y, at.y + windowHeight - y) / 12) : 0
  const wall = 0.34 + 0.03 * Math.sin(x / 19) * Math.cos(y / 27) + (y > 440 ? (y - 440) * 0.003 : 0)
  return (at ? 0.55 : wall) + 0.34 * plume + 0.4 * edge
}

const palette = [[6, 4, 32], [68, 8, 112], [160, 24, 116], [222, 70, 48], [250, 158, 24], [255, 240, 188]] as const

function colorOf(heat: number): number[] {
  const at = Math.min(0.999, Math.max(0, heat)) * (palette.length - 1)
  const [from, to] = [palette[Math.floor(at)]!, palette[Math.floor(at) + 1]!]
  return from.map((value, channel) => Math.round(value + (to[channel]! - value) * (at % 1)))
}

/** The same house as an architect draws it; without words, for which not every machine has a font. */
function drawElevation(): Promise<Buffer> {
  const panes = windows.map(({ x, y }) => `<rect x="${x}" y="${y}" width="${windowWidth}" height="${windowHeight}"/><path d="M${x + 32} ${y}v72M${x - 4} ${y + 76}h72" stroke-width="1.5"/>`)
  const courses = Array.from({ length: 19 }, (_, row) => `<path d="M84 ${150 + row * 18}H636" stroke="#d9d7d0" stroke-width="1"/>`)
  const measures = [84, 142, 266, 390, 514, 636].map((x) => `<path d="M${x} 506v12m-4 2 8-8" stroke="#0f766e"/>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fbfaf7"/>
    ${courses.join('')}
    <g fill="#fff" stroke="#2b2d31" stroke-width="2"><path d="M60 146 360 52 660 146Z" fill="#efede6"/><path d="M84 146V490H636V146" fill="none"/>${panes.join('')}
    <path d="M0 490H720" stroke-width="4"/></g><path d="M84 514H636" stroke="#0f766e" fill="none"/>${measures.join('')}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

async function writeLogger(): Promise<Buffer> {
  const rows = Array.from({ length: 96 }, (_, n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')},${(14 + 1.6 * Math.sin((n - 34) / 15)).toFixed(1)},${(61 - 3 * Math.sin((n - 30) / 15)).toFixed(0)}`)
  return Buffer.from(`${['time,celsius,percent', ...rows].join('\n')}\n`)
}
