import { createContext, Script } from 'node:vm'
import type { ResponseCheck } from './config.ts'

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

/** Every key and value of `part` occurs in `whole`; lists are compared as a whole. */
function contains(whole: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return whole === part
  if (Array.isArray(part)) return JSON.stringify(whole) === JSON.stringify(part)
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return false
  const found = new Map(Object.entries(whole))
  return Object.entries(part).every(
    ([key, value]) => found.has(key) && contains(found.get(key), value),
  )
}

/** A body counts as JSON only if it parses. */
function containsJson(text: string, part: Readonly<Record<string, unknown>>): boolean {
  try {
    return contains(JSON.parse(text), part)
  } catch {
    return false
  }
}

/** Whether an answer passes every rule of the check that is set; without any, 2xx is enough. */
export function passesCheck(
  status: number,
  text: string,
  check: ResponseCheck | undefined,
): boolean {
  const { status: statuses, regex, json } = check ?? {}
  if (statuses === undefined ? status < 200 || status > 299 : !statuses.includes(status))
    return false
  if (regex !== undefined && !matches(regex, text)) return false
  return json === undefined || containsJson(text, json)
}
