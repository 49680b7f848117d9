import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import ts from 'typescript'
import { problems } from '../web/src/messages/de/problems.ts'
import { sentences } from '../web/src/messages/de/sentences.ts'
import { translateBy } from '../web/src/messages/sentences.ts'

/** Where in their arguments these have what is said; and of which the code is said, by which the catalogue may know it. */
const said: Record<string, number> = {
  invalid: 0, unsupported: 0, tooLarge: 0, unavailable: 0, forbidden: 0, tooMany: 0, allow: 1, Error: 0, RuleError: 0, EndlessRule: 0, WrongValue: 0, OutgoingError: 0, reject: 0, refuse: 1,
}
const coded: Record<string, number> = { conflict: 0, changed: 0 }
const properties = new Set(['reason', 'broken'])

/** What only programs, our logs and whoever runs the server are told. */
const untranslated = [
  /^server\/platform\/(?:backup|restore|config|db|embedded|redis|storage|secrets|jobs|openapi|contracts|clock|process|shared-cache|signals|data-folder|tenancy|http)\b/,
  /^server\/modules\/imports\/signed-message\.ts|^server\/modules\/accounts\/(?:library-calls|oidc|single-sign-on|two-factor)\.ts: [A-Z{].*(?:library|of an app were| of \{1\})/,
  /^server\/platform\/(?:batch|idempotency|metrics|unknown-routes|validation|web-client)\.ts/,
]

/** A sentence with `{0}` in place of what changes; each branch of a choice is one. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node)) return [node.head.text + node.templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`).join('')]
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)]
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression)
  return []
}

async function* listSaid(): AsyncGenerator<{ file: string; text: string; code?: string }> {
  for await (const file of glob('server/{modules,platform}/**/*.ts')) {
    if (file.endsWith('.test.ts')) continue
    const found: { file: string; text: string; code?: string }[] = []
    const visit = (node: ts.Node) => {
      if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && ts.isIdentifier(node.expression)) {
        const name = node.expression.text
        const place = said[name] ?? (name in coded ? 1 : undefined)
        const given = place === undefined ? undefined : node.arguments?.[place]
        const code = node.arguments?.[coded[name] ?? -1]
        if (given) for (const text of textsOf(given)) found.push({ file, text, ...(code && { code: textsOf(code)[0] }) })
      } else if (ts.isPropertyAssignment(node) && properties.has(node.name.getText())) {
        for (const text of textsOf(node.initializer)) found.push({ file, text })
      }
      ts.forEachChild(node, visit)
    }
    visit(ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest, true))
    yield* found
  }
}

test('whatever the server says to people is in the German catalogue', async () => {
  const missing: string[] = []
  let count = 0
  for await (const { file, text, code } of listSaid()) {
    count++
    if (untranslated.some((pattern) => pattern.test(`${file}: ${text}`))) continue
    const isKnown = text in sentences || (code !== undefined && code in problems)
    if (!isKnown && /[a-z]/.test(text)) missing.push(`${file}: ${code ? `${code}: ` : ''}${text}`)
  }
  assert.ok(count > 250, `Only ${count} sentences were found: does the test still know how they are written?`)
  assert.deepEqual(missing, [], 'Add them to web/src/messages/de/sentences.ts, or by their code to problems.ts.')
})

test('a sentence is translated with what changes in it, and with what is a sentence of its own in it', () => {
  const cases = [
    ['“Ünder” is not an e-mail address.', '„Ünder“ ist keine E-Mail-Adresse.'],
    ['It has 3 fields, the header 2: is a comma outside quotes?', 'Sie hat 3 Felder, die Kopfzeile 2: Steht ein Komma außerhalb von Anführungszeichen?'],
    ['It repeats secondly, as no meeting does. Only its first date was taken.', 'Er wiederholt sich so oft, wie es kein Termin tut (secondly). Nur der erste Termin wurde übernommen.'],
    ['Nobody has its phone, and this import makes nobody new.', 'Niemand hat diese Angabe (Telefon), und dieser Import legt niemanden neu an.'],
    ['“a\nb” is not an e-mail address.', '„a\nb“ ist keine E-Mail-Adresse.'],
    ['What nobody knows $1 {0}.', 'What nobody knows $1 {0}.'],
  ]
  for (const [english, german] of cases) assert.equal(translateBy(sentences, english!), german)
  assert.equal(translateBy(sentences, '“{0} $& (” is not an e-mail address.'), '„{0} $& (“ ist keine E-Mail-Adresse.')
})

test('no sentence of the catalogue loses what changes in it', () => {
  const dropped = new Set(['Two options have the {0} “{1}”.', 'The {0} must have 1 to 200 characters.', 'must match pattern "{0}"', 'Something in {0} cannot be accepted: {1} {2}.', 'There is no field “{0}” to filter by: {1}.'])
  for (const [english, german] of Object.entries(sentences)) {
    const places = (text: string) => [...new Set(text.match(/\{\d\}/g))].toSorted()
    if (!dropped.has(english) && !english.startsWith('Nothing is called')) assert.deepEqual(places(german), places(english), english)
  }
})
