import { unstable_isUnrecognizedActionError } from 'next/navigation'

/**
 * Whether a server action failed because no answer came: the server is away, or a proxy answers in its
 * place. What an action throws, and what Next itself does to lead elsewhere, carries a digest.
 */
export const isUnreached = (error: unknown): boolean =>
  error instanceof Error && !('digest' in error) && !unstable_isUnrecognizedActionError(error)
