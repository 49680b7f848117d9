// How tabs look, wherever they stand.

export const tabListLook = 'flex h-11 shrink-0 items-end gap-5 border-b'
export const tabLook = '-mx-1 h-full rounded-sm px-1 -outline-offset-2 border-b-2 border-transparent text-sm font-medium text-ink-faint hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink'
