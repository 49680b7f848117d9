/** Numbers as they are written in English. */
export const count = new Intl.NumberFormat('en')

export const many = (n: number, one: string, other: string) => `${count.format(n)} ${n === 1 ? one : other}`
