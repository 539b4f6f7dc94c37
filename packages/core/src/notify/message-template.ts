/**
 * What an administrator has a message say in place of the built-in words. Every part is plain text
 * with `${variables}`; markup in it is shown as it stands, as data is.
 */
export interface MessageTemplate {
  /** One line. */
  readonly headline: string
  /** Lines that are read as sentences, one below the other. */
  readonly text: string
  /** Lines such as `Owner: ${owner}`. A line whose variables are all empty is left out. */
  readonly facts: string
  /** Whether what the source itself said of the trouble stands below. */
  readonly detail: boolean
}
