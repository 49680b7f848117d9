export interface Column {
  id: string
  title: string
  /** The API's name for its order; descending first where that is what one looks for. */
  sort?: string
  first?: 'desc'
  /** In pixels, unless somebody has drawn it otherwise. */
  width: number
  /** It holds numbers, which stand at its end. */
  numeric?: boolean
  /** Whether its cells can be written into; in a dialog of their own, or where they stand. */
  editable: boolean
  inDialog?: boolean
}

export const leastWidth = 80
export const mostWidth = 640
