/** As a header field may hold it (RFC 2047): as it is where that can be read again, else in encoded words, a line each. */
export function encodeWords(text: string): string {
  if (/^[!-~](?:[ -~]{0,900}[!-~])?$/.test(text) && !text.includes('=?') && !/ {2}/.test(text)) return text
  const words: string[] = ['']
  for (const character of text) {
    // An encoded word has at most 75 characters.
    if (Buffer.byteLength(words.at(-1)! + character) > 42) words.push('')
    words[words.length - 1] += character
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\n ')
}

/** `Ada <ada@x.org>`, with the name quoted or encoded where it must be. */
export function encodeMailbox(address: string, name: string | null): string {
  if (!name) return `<${address}>`
  const words = encodeWords(name)
  const isPhrase = words !== name || /^[\w ]+$/.test(name)
  return `${isPhrase ? words : `"${name.replace(/["\\]/g, '\\$&')}"`} <${address}>`
}

/** A parameter of a MIME field; other than plain ones as RFC 2231 says. */
export function encodeParameter(key: string, value: string): string {
  if (/^[\w. -]{1,100}$/.test(value)) return `${key}="${value}"`
  const encoded = encodeURIComponent(value.toWellFormed()).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
  return encoded.match(/(?:%..|.){1,60}/g)!.map((piece, place) => `${key}*${place}*=${place ? '' : "utf-8''"}${piece}`).join(';\n ')
}
