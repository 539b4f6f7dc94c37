/** What an action did that leads to another page, to be said there: the form is gone by then. */
export const sayings = ['saved', 'deleted'] as const
export type Said = (typeof sayings)[number]

/** The name under which it travels in the address; whoever says it takes it out of there. */
export const saidParameter = 'said'

/** The page at this path, where it is said what was done. */
export const saying = (what: Said, path: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}${saidParameter}=${what}`
