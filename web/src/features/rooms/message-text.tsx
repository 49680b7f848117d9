import { useNavigate } from '@tanstack/react-router'
import { classes } from '@/ui/classes.ts'
import { useMe } from '@/app/roles.ts'
import { useCodeColors } from './code-colors.ts'
import type { Message } from './rooms-queries.ts'

/** Up to three emoji and nothing else are shown large. */
const onlyEmoji = new RegExp('^(?:\\p{RGI_Emoji}\\s*){1,3}$', 'v')

/** The server makes the HTML, of nothing but what Markdown can say. */
export function MessageText({ message: { html, text, author } }: { message: Message }) {
  const navigate = useNavigate()
  const shown = useCodeColors(html)
  const me = useMe().user?.id
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- links in it are what is clicked
    <div
      className={classes('prose-note prose-message', onlyEmoji.test(text) && 'text-2xl')}
      data-me={author.id === me ? undefined : me}
      onClick={(event) => {
        const link = (event.target as Element).closest('a')
        if (!link || event.metaKey || event.ctrlKey) return
        const { origin, pathname, search } = new URL(link.href, location.href)
        const contact = link.classList.contains('mention') && pathname.split('/').at(-1)
        if (contact) {
          event.preventDefault()
          void navigate({ to: '/people/$id', params: { id: contact } })
        } else if (origin === location.origin && pathname.startsWith('/rooms/')) {
          // What leads here needs no other window.
          event.preventDefault()
          void navigate({ to: '/rooms/$id', params: { id: pathname.split('/')[2]! }, search: Object.fromEntries(new URLSearchParams(search)) })
        }
      }}
      dangerouslySetInnerHTML={{ __html: shown }}
    />
  )
}

/** What is on its way, as it was written: the server makes Markdown of it. */
export function PlainMessage({ text }: { text: string }) {
  return <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">{text}</p>
}
