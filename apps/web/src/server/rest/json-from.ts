import { AppError } from '@highwater/core'

export const isJson = (contentType: string | null) =>
  /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType ?? '')

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('malformed', 'The body is not valid UTF-8.')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const where = error instanceof Error ? error.message : 'it cannot be parsed'
    throw new AppError('malformed', `The body is not JSON: ${where}.`)
  }
}

const deepest = 32

/** Goes no deeper itself: no depth can exhaust the stack here or in whatever walks the value later. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  if (Array.isArray(value)) return value.some((part) => isDeeperThan(levels - 1, part))
  // No list of the values, of which a batch of signals would need a thousand.
  for (const name in value) {
    const part: unknown = value[name as keyof typeof value]
    if (typeof part === 'object' && isDeeperThan(levels - 1, part)) return true
  }
  return false
}

/**
 * A body as JSON; none at all counts as `{}`.
 * @throws AppError `malformed`
 */
export function jsonFrom(bytes: Uint8Array, contentType: string | null): unknown {
  const text = decode(bytes)
  if (text.trim() === '') return {}
  if (!isJson(contentType)) {
    throw new AppError('malformed', 'Send the body as JSON, with Content-Type: application/json.')
  }
  const parsed = parse(text)
  if (isDeeperThan(deepest, parsed)) {
    throw new AppError('malformed', `The body is nested more than ${deepest} levels deep.`)
  }
  return parsed
}
