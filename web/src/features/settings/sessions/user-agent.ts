// What a browser calls itself, as people call it. A guess, to tell one's own sessions apart; nothing depends on it.

const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const

const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const

export function describeUserAgent(userAgent: string | null): { browser?: string; system?: string; phone: boolean } {
  const find = (known: readonly (readonly [string, string])[]) => known.find(([sign]) => userAgent?.includes(sign))?.[1]
  return { browser: find(browsers), system: find(systems), phone: /Mobile|iPhone|Android/.test(userAgent ?? '') }
}
