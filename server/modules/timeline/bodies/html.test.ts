import assert from 'node:assert/strict'
import { test } from 'node:test'
import { showHtml } from './html.ts'

const show = (html: string, load_remote = false) =>
  showHtml(html, { embedded: new Map([['logo@x', '/api/v1/attachments/1?inline=true']]), load_remote })

test('hostile HTML runs, loads, covers and submits nothing', () => {
  const hostile = [
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)><script>1</script></svg>', '<iframe src=//e>',
    '<a href="javascript:alert(1)">x</a>', '<a href="java&#10;script:alert(1)">x</a>', '<a href="data:text/html,x">x</a>',
    '<a href="/api/v1/contacts">x</a>', '<form action=//e><input name=x><button>go</button></form>', '<base href=//e>', '<link rel=stylesheet href=//e>',
    '<meta http-equiv=refresh content="0;url=//e">', '<style>@import url(//e); body{position:fixed}</style>', '<object data=//e></object>', '<embed src=//e>',
    '<p style="background:url(//e)">x</p>', '<p style="background-color: \\75rl(//e)">x</p>', '<p style="width:expression(alert(1))">x</p>',
    '<p style="position:fixed;top:0">x</p>', '<p style="color:/**/url(//e)">x</p>', '<table background="//e"><td background=//e>x</td></table>',
    '<img srcset="//e 1x">', '<video src=//e poster=//e></video>', '<audio src=//e>', '<math><mi xlink:href="javascript:1">x</mi></math>',
    '<div id=x class=y onclick=z()>x</div>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<img src="data:image/svg+xml,<svg onload=1>">',
    '<!--><img src=x onerror=1>-->', '<textarea><img src=x onerror=1></textarea>', '<a href="https://a" target=_top rel=opener ping=//e>x</a>',
  ]
  for (const html of hostile) {
    const shown = show(html).html
    assert.doesNotMatch(shown.replaceAll(/&[a-z]+;|title="[^"]*"/g, ''), /<(?:script|svg|iframe|form|input|button|base|link|meta|style|object|embed|video|audio|math|textarea)|\son\w+=|\ssrc|url\(|expression|fixed|\\|poster|ping|\sid=|class=/i, `${html} → ${shown}`)
    for (const [, href] of shown.matchAll(/href="([^"]*)"/g)) assert.match(href!, /^https:\/\/a$/, html)
    if (shown.includes('href')) assert.match(shown, /target="_blank" rel="noopener noreferrer nofollow"/)
  }
})

test('what a mail looks like stays: tables, colours, links, pictures that came along', () => {
  const mail = '<table width="600" bgcolor="#ffffff"><tr><td style="color: rgb(1, 2, 3); font-family: Arial; padding: 4px"><b>Hi</b>' +
    '<img src="cid:logo%40x" width="10" alt="logo"><a href="https://x.example/?a=1&amp;b=2">link</a></td></tr></table>'
  const { html, remote_images } = show(mail)
  assert.equal(remote_images, 0)
  assert.match(html, /<table width="600" bgcolor="#ffffff">/)
  assert.match(html, /style="color: rgb\(1, 2, 3\); font-family: Arial; padding: 4px"/)
  assert.match(html, /src="\/api\/v1\/attachments\/1\?inline=true"/)
  assert.match(html, /href="https:\/\/x\.example\/\?a=1&amp;b=2"/)
})

test('pictures from elsewhere are counted, and loaded only when somebody asks for it', () => {
  const mail = '<img src="https://t.example/a.gif"><img src="//t.example/b.gif"><img src="cid:unknown">'
  assert.deepEqual([show(mail).remote_images, /src=/.test(show(mail).html)], [2, false])
  assert.deepEqual([...show(mail, true).html.matchAll(/src="([^"]*)"/g)].map(([, src]) => src), ['https://t.example/a.gif', 'https://t.example/b.gif'])
})

test('a megabyte of nonsense is done with soon', () => {
  for (const piece of ['<div>', '<b style="color:red;', '<a href="', '<!--', '&#x', '<p style="' + 'a:b;'.repeat(1_000) + '">', '</div>']) {
    const begun = process.cpuUsage()
    show(piece.repeat(Math.ceil(1_000_000 / piece.length)))
    const ms = process.cpuUsage(begun).user / 1_000
    assert.ok(ms < 5_000, `${JSON.stringify(piece.slice(0, 20))} takes ${Math.round(ms)} ms of the processor`)
  }
})
