/** Numbers as they are written in German. */
export const count = new Intl.NumberFormat('de')

export const many = (n: number, one: string, other: string) => `${count.format(n)} ${n === 1 ? one : other}`
