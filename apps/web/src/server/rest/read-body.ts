import { AppError } from '@highwater/core'
import { readBytes } from '../bounded-request.ts'

const usualLimit = 256 * 1_024

async function readText(request: Request, limit: number): Promise<string> {
  const bytes = await readBytes(request, limit)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('malformed', 'The body is not valid UTF-8.')
  }
}

const isJson = (contentType: string | null) =>
  /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType ?? '')

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
  const parts = Array.isArray(value) ? value : Object.values(value)
  return parts.some((part) => isDeeperThan(levels - 1, part))
}

/**
 * The body as JSON; none at all counts as `{}`.
 * @throws AppError `malformed` or `too_large`
 */
export async function readJson(request: Request, limit = usualLimit): Promise<unknown> {
  const text = await readText(request, limit)
  if (text.trim() === '') return {}
  if (!isJson(request.headers.get('content-type'))) {
    throw new AppError('malformed', 'Send the body as JSON, with Content-Type: application/json.')
  }
  const parsed = parse(text)
  if (isDeeperThan(deepest, parsed)) {
    throw new AppError('malformed', `The body is nested more than ${deepest} levels deep.`)
  }
  return parsed
}
