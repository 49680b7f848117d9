// How tabs look, wherever they stand.

export const tabListLook = 'flex h-11 shrink-0 items-end gap-5 border-b'
export const tabLook = 'h-full rounded-sm -outline-offset-2 border-b-2 border-transparent text-sm font-medium text-ink-faint hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink'
