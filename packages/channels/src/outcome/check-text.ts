import { createContext, Script } from 'node:vm'
import type { TextCheck } from '../settings/text-check.ts'

/** Of an answer, no more than this is matched. */
const longestMatched = 2_000

/** A pattern may backtrack for ages; the time is limited from outside the expression. */
const matchTime = 100

const matcher = new Script('new RegExp(source, "u").test(text)')

function matches(source: string, text: string): boolean {
  const context = createContext({ source, text: text.slice(0, longestMatched) })
  try {
    return matcher.runInContext(context, { timeout: matchTime }) === true
  } catch {
    return false
  }
}

/** Every key and value of `part` occurs in `whole`; lists are as long, and alike in each place. */
function contains(whole: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return whole === part
  if (Array.isArray(part)) {
    return (
      Array.isArray(whole) &&
      whole.length === part.length &&
      part.every((each, place) => contains(whole[place], each))
    )
  }
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return false
  const found = new Map(Object.entries(whole))
  return Object.entries(part).every(
    ([key, value]) => found.has(key) && contains(found.get(key), value),
  )
}

const parsed = (text: string): { readonly json: unknown } | null => {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return null
  }
}

/** `not-json`: JSON was asked for, and what came says nothing of the message either way. */
export type CheckResult = 'passed' | 'failed' | 'not-json'

/** Whether an answer's text passes every rule of the check that is set. */
export function checkText(text: string, check: TextCheck | undefined): CheckResult {
  if (check?.json !== undefined) {
    // A body counts as JSON only if it parses.
    const body = parsed(text)
    if (body === null) return 'not-json'
    if (!contains(body.json, check.json)) return 'failed'
  }
  return check?.regex === undefined || matches(check.regex, text) ? 'passed' : 'failed'
}
