import type { home as English } from '../en/home.ts'

export const home: typeof English = {
  title: 'Start', welcome: (name: string) => `Willkommen bei ${name}`, first: 'Holen Sie Ihre Leute herein', first_hint: 'Legen Sie eine Ausfuhr Ihrer Kontakte oder Ihr Postfach hier ab. Nichts verlässt diesen Server.', recent: 'Zuletzt', added: 'Neu angelegt',
}
