// A mail of Rapport itself, as plain text and as HTML: a greeting, paragraphs, what it is a list of, one thing to do, and why it came.

import type { Language } from '#platform/languages'

export interface Letter {
  subject: string
  /** Plain sentences; what users wrote in them is shown as it is. */
  paragraphs: string[]
  /** What leads somewhere, each with its link. */
  items?: { title: string; text: string; url: string; when: string }[]
  action?: { label: string; url: string }
  /** Below the line: who gets this, and what to do if it is not theirs. */
  footnote: string
  /** How mail like this ends. */
  leave?: { label: string; url: string }
}

/** The one frame of them all. */
export function composeLetter(language: Language, { subject, paragraphs, items = [], action, footnote, leave }: Letter): { subject: string; text: string; html: string } {
  const text = [
    ...paragraphs,
    ...items.map(({ title, text: more, url, when }) => [`${title} (${when})`, ...(more ? [`> ${more}`] : []), url].join('\n')),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    `-- \n${footnote}`,
    ...(leave ? [`${leave.label}:\n${leave.url}`] : []),
  ].join('\n\n')
  const body = [
    ...paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escapeHtml(paragraph)}</p>`),
    ...items.map(({ title, text: more, url, when }) => `<p style="margin:0 0 16px"><a href="${escapeHtml(url)}" style="color:#111;font-weight:600">${escapeHtml(title)}</a> <span style="color:#777;font-size:13px">${escapeHtml(when)}</span>${more ? `<br><span style="color:#555">${escapeHtml(more)}</span>` : ''}</p>`),
    ...(action ? [`<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="${button}">${escapeHtml(action.label)}</a></p>`] : []),
    ...(action ? [`<p style="margin:0 0 16px;color:#555">${escapeHtml(action.url)}</p>`] : []),
    `<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #ddd;color:#555;font-size:13px">${escapeHtml(footnote)}${leave ? `<br><a href="${escapeHtml(leave.url)}" style="color:#555">${escapeHtml(leave.label)}</a>` : ''}</p>`,
  ]
  const page = 'font:15px/1.5 system-ui,sans-serif;color:#111;max-width:560px;margin:0 auto;padding:24px;word-break:break-word'
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escapeHtml(subject)}</title><body><div style="${page}">${body.join('')}</div></body></html>`
  // A name of a user's may hold what no header may.
  return { subject: subject.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim(), text, html }
}

const button = 'display:inline-block;padding:10px 18px;background:#1f5eff;color:#fff;border-radius:6px;text-decoration:none'

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replaceAll(/[&<>"']/g, (character) => entities[character]!)
}
