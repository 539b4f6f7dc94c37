/** The message is one plain sentence for the person at the terminal: what is wrong, where, what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError'
}
