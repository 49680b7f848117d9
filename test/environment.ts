// What programs that tests start have of our own environment: nothing that changes what they do.

const { PATH = '', HOME = '/', NODE_COMPILE_CACHE } = process.env

/** With the parsed code of whoever was here before: a start takes three quarters of the processor time. */
export const environment: Record<string, string> = { PATH, HOME, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }) }
