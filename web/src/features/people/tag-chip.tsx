import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, type ReactNode } from 'react'
import { Chip } from '@/ui/chip.tsx'
import { tagColorsQuery } from './references.ts'

type Colors = ReadonlyMap<string, string>

const none: Colors = new Map()
const Context = createContext(none)

/** Around what shows tags: asked for once, since in a table there are hundreds. */
export function TagColors({ children }: { children: ReactNode }) {
  const { data } = useQuery({ ...tagColorsQuery, select: colorsOf })
  return <Context value={data ?? none}>{children}</Context>
}

interface Props {
  tag: string
  /** Instead of its name. */
  children?: ReactNode
  onRemove?: () => void
  removeLabel?: string
}

/** A tag in its color, where it has one. */
export function TagChip({ tag, children = tag, ...rest }: Props) {
  return (
    <Chip color={useContext(Context).get(tag)} {...rest}>
      {children}
    </Chip>
  )
}

function colorsOf(tags: { name: string; color: string | null }[]): Colors {
  return new Map(tags.flatMap(({ name, color }) => (color ? [[name, color]] : [])))
}
