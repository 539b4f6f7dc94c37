/** What the person at the terminal reads of an error: its message, never a stack. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return 'The disk is full; free some space and start again.'
  }
  return error.message
}
