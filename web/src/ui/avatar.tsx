import { classes } from './classes.ts'

interface Props {
  name: string
  photo?: string | null
  size?: 'sm' | 'md' | 'lg' | 'xl'
  /** Companies are square. */
  square?: boolean
}

const sizes = { sm: 'size-6 text-[10px]', md: 'size-8 text-xs', lg: 'size-10 text-sm', xl: 'size-16 text-xl' }

/** A photo, or the initials on a colour that stays the same for a name. */
export function Avatar({ name, photo, size = 'sm', square }: Props) {
  const shape = classes('shrink-0 select-none', square ? 'rounded-md' : 'rounded-full', sizes[size])
  if (photo) return <img src={photo} alt="" className={classes(shape, 'object-cover')} loading="lazy" />
  return (
    <span aria-hidden className={classes(shape, 'inline-flex items-center justify-center font-semibold', tones[toneOf(name)])}>
      {initials(name)}
    </span>
  )
}

const tones = [
  'bg-[#d8ece9] text-[#0b5f59] dark:bg-[#17403b] dark:text-[#8fded3]',
  'bg-[#e4e3f8] text-[#47429c] dark:bg-[#2b2952] dark:text-[#bcb8f5]',
  'bg-[#fbe5d6] text-[#8a4513] dark:bg-[#452a17] dark:text-[#f3bf97]',
  'bg-[#f8dfe6] text-[#93294c] dark:bg-[#451e2c] dark:text-[#f2adc2]',
  'bg-[#dcebfa] text-[#1d5686] dark:bg-[#19354e] dark:text-[#a5d0f5]',
  'bg-[#e6edd3] text-[#4d6113] dark:bg-[#303a18] dark:text-[#c8d89a]',
  'bg-[#f6e9c4] text-[#775604] dark:bg-[#3e3113] dark:text-[#ecd28a]',
]

function toneOf(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)!) % 9973
  return sum % tones.length
}

function initials(name: string): string {
  const words = name.split(/[\s@.]+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map((word) => [...(word ?? '?')][0]).join('').toUpperCase()
}
