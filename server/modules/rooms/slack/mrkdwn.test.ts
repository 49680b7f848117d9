import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderMessage } from '../messages/markdown.ts'
import { emojiOf, toMarkdown } from './mrkdwn.ts'

const ada = '01a20227-e25f-755e-bb73-ad922e68064d'
const names = {
  user: (id: string) => (id === 'U1' ? { user_id: ada, name: 'Ada [L]' } : { name: 'Bob' }),
  channel: (id: string) => (id === 'C1' ? 'general' : undefined),
}
const convert = (text: string) => toMarkdown(text, names)

test('what Slack marks is marked here, and what it does not is not', () => {
  for (const [slack, markdown] of [
    ['*bold* _italic_ ~gone~ `*code*`', '**bold** _italic_ ~~gone~~ `*code*`'],
    ['2*3*4 and a * b * c', '2*3*4 and a * b * c'],
    ['<@U1>, <@U2|bobby> and <@U9>', `[@Ada \\[L\\]](user:${ada}), @bobby and @Bob`],
    ['<#C1> <#C9|random> <#C8> <!here> <!channel> <!subteam^S1|@team> <!date^1^{date}|2 March>', '#general #random #private @here @channel @team 2 March'],
    ['<https://a.example/?x=1&amp;y=(2)|A *site*>', '[A *site*](https://a.example/?x=1&y=%282%29)'],
    ['<https://a.example> <mailto:a@b.example|a@b.example>', 'https://a.example a@b.example'],
    ['<javascript:alert(1)|x> &lt;b&gt;', '<javascript:alert(1)|x> <b>'],
    ['# no heading\n---\n• one\n  ◦ two', '\\# no heading\n\\---\n- one\n  - two'],
    ['&gt; quoted\nnot', '> quoted\nnot'],
    ['before\n&gt;&gt;&gt;all\nthe rest', 'before\n> all\n> the rest'],
    ['```let a = 1 &lt; 2```', '```\nlet a = 1 < 2\n```'],
    ['done :tada: :wave::skin-tone-3: :our_own: 10:30:45', 'done 🎉 👋🏼 :our_own: 10:30:45'],
  ] as const) assert.equal(convert(slack), markdown, slack)
})

test('nothing that a message says becomes more than text', () => {
  const html = renderMessage(convert('<https://a.example|]\\](javascript:alert(1))> [x](javascript:alert(1)) <img src=x onerror=alert(1)> \0 &lt;script&gt;'))
  assert.doesNotMatch(html, /<(?:img|script)|href="javascript/)
  const long = '<'.repeat(40_000)
  assert.equal(convert(long), long)
})

test('emoji are those of Unicode, where there is one', () => {
  assert.deepEqual(['+1', 'thumbsup', '+1::skin-tone-6', 'white_check_mark', 'ours'].map(emojiOf), ['👍', '👍', '👍🏿', '✅', undefined])
})
