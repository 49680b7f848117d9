// How a CSV file separates and quotes, by its first lines; what the caller says goes before what is found.

export interface CsvDialect {
  delimiter: string
  /** Null: nothing is quoted. */
  quote: string | null
  /** What stands before a quote inside quotes: the quote itself, or a backslash. */
  escape: string
  /** Lines at the beginning that say how to read the others: Excel's `sep=;`. */
  skip_lines: number
}

export interface DialectOptions {
  delimiter?: string
  quote?: string
}

/** `head` is the beginning of the file as text; its last line may be cut off. */
export function findDialect(head: string, { delimiter, quote }: DialectOptions = {}): CsvDialect {
  const told = /^\uFEFF?"?sep=([^\r\n]|\t)"?\r?\n/i.exec(head)
  const text = told ? head.slice(told[0].length) : head
  const wantedQuote = quote === '' ? null : (quote ?? findQuote(text))
  return {
    delimiter: delimiter ?? told?.[1] ?? findDelimiter(text, wantedQuote),
    quote: wantedQuote,
    escape: wantedQuote ? findEscape(text, wantedQuote) : '"',
    skip_lines: told ? 1 : 0,
  }
}

const candidates = [',', ';', '\t', '|', '^', '~', '\x1f', ':']

/** Lines that are looked at; some programs put a few lines of notes above the header. */
const lines = 50

/**
 * The one that splits the most lines into the same number of fields; of two that do, the one with more fields. Colons
 * stand in times and addresses and so come last.
 */
function findDelimiter(text: string, quote: string | null): string {
  const bare = quote ? withoutQuoted(text, quote) : text
  const seen = bare.split(/\r\n|\n|\r/, lines + 1).filter((line) => line.trim() !== '')
  // The last one is cut off, unless the whole file was given.
  const whole = seen.length > 1 ? seen.slice(0, lines) : seen
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of candidates) {
    const counts = whole.map((line) => line.split(delimiter).length)
    const usual = [...Map.groupBy(counts.filter((count) => count > 1), (count) => count)]
    const [fields = 1, agreeing = []] = usual.toSorted((a, b) => b[1].length - a[1].length || b[0] - a[0])[0] ?? []
    if (delimiter === ':' && agreeing.length < whole.length) continue
    const score = agreeing.length === 0 ? 0 : agreeing.length / whole.length + Math.min(fields, 100) / 100
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function withoutQuoted(text: string, quote: string): string {
  return text.replaceAll(quote === '"' ? /"[^"]*"/g : /'[^']*'/g, '')
}

/** Apostrophes quote when fields begin and end with them, and no double quote does. */
function findQuote(text: string): string {
  const bounded = (quote: string) => (text.match(new RegExp(`(?:^|[,;\\t|])${quote}[^${quote}\\r\\n]*${quote}(?=[,;\\t|\\r\\n]|$)`, 'gm')) ?? []).length
  return bounded("'") > 1 && bounded('"') === 0 && !text.includes('"') ? "'" : '"'
}

/** Backslashes escape quotes (MySQL, Hadoop) in a file that never doubles them inside a field. */
function findEscape(text: string, quote: string): string {
  const escaped = new RegExp(`[^\\\\${quote}]\\\\${quote}(?![,;\\t|\\r\\n]|$)`).test(text)
  const doubled = new RegExp(`[^,;\\t|\\r\\n${quote}]${quote}${quote}`).test(text)
  return escaped && !doubled ? '\\' : quote
}
