export interface ThreadSubject {
  /** What a subject and those of its answers have in common; null when that is nothing. */
  thread_subject: string | null
  is_answer: boolean
}

/** The subject without what mail programs and mailing lists put in front. A forwarded one is another subject. */
export function readThreadSubject(subject: string | null): ThreadSubject {
  let rest = subject?.normalize('NFKC').replace(/\s+/g, ' ').trim() ?? ''
  let isAnswer = false
  for (;;) {
    const answer = ANSWER.exec(rest)
    const front = answer ?? LIST.exec(rest)
    if (!front) break
    isAnswer ||= answer !== null
    rest = rest.slice(front[0].length)
  }
  // An index of PostgreSQL holds 2,704 bytes.
  const common = rest.toLowerCase().slice(0, 500).toWellFormed() || null
  return { thread_subject: common, is_answer: isAnswer && common !== null }
}

const WORDS = [
  'res?', 'resp', 'r', 'rif', 'ref', 'aw', 'antw(?:ort)?', 'sv', 'svar', 'vs', 'vast', 'odp', 'ynt', 'cvp', 'ats', 'atb', 'ang', 'bls',
  'vá', 'răsp', 'απ', 'σχετ', 'отв(?:ет)?', 'на', 'відп', 'השב', 'תגובה', 'رد', 'ตอบ', 'trả lời', '回复', '回覆', '答复', '答覆', '返信', '답장', '회신',
]
// `Re[2]:`, `Re(2):`, `Re^2:` and `Re*2:` count the answers.
const ANSWER = new RegExp(String.raw`^(?:${WORDS.join('|')}) ?(?:[[(^*]\d{1,3}[\])]?)? ?[::] ?`, 'iu')
// `[list]`, `[EXTERNAL]`; but the number of a ticket tells one from the other, and what has nothing behind it is the subject.
const LIST = /^\[(?![^\]]*(?:#|\d{3}))[^\][]{1,60}\] ?(?=.)/u
