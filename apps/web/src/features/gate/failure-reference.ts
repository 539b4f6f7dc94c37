/** The name under which the server's log has this failure; null when it happened in the browser. */
export function failureReference(error: unknown): string | null {
  if (!(error instanceof Error) || !('digest' in error)) return null
  return typeof error.digest === 'string' ? error.digest : null
}
