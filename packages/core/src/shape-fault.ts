import type { z } from 'zod'
import { notAMailAddress } from './mail-address.ts'

type Issue = z.core.$ZodIssue

/** What must stand at a place, by the schema library's word for it. */
const nouns: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

/** What the library counts, and what it calls that. */
const counted: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  string: { one: 'character', many: 'characters' },
  array: { one: 'entry', many: 'entries' },
}

const formats: Readonly<Record<string, string>> = {
  uuid: 'This is not an id.',
  email: notAMailAddress,
  url: 'Write a whole address that starts with http:// or https://.',
  datetime: 'Use an ISO 8601 time such as 2026-01-31T12:00:00Z.',
}

const unfit = 'This value cannot be used here.'

/** A list of which one is enough, as a sentence has it. */
const either = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`

/** What must stand there, to complete the words "This must be"; null where only a rule can say it. */
function nounOf(issue: Issue): string | null {
  if (issue.code === 'invalid_type') return nouns[issue.expected] ?? null
  if (issue.code !== 'invalid_value') return null
  const isSwitch = 'expected' in issue && issue.expected === 'stringbool'
  return isSwitch ? 'true or false' : either(issue.values.map((value) => JSON.stringify(value)))
}

function mustBe(allowed: readonly (string | null)[]): string {
  const named = [...new Set(allowed)].filter((noun) => noun !== null)
  return named.length === 0 || allowed.includes(null) ? unfit : `This must be ${either(named)}.`
}

/** What one of several shapes wants in this very place; null where its fault lies deeper. */
function nounOfShape([issue, ...others]: readonly Issue[]): string | null {
  const isHere = issue !== undefined && others.length === 0 && issue.path.length === 0
  return isHere ? nounOf(issue) : null
}

function wrongType(issue: Issue): string {
  // Forms read a number that nobody has typed as none at all.
  if (/received (undefined|NaN)$/.test(issue.message)) return 'This field is missing.'
  if (issue.message.endsWith('received null')) return 'This must not be null.'
  return mustBe([nounOf(issue)])
}

const sized = (bound: number | bigint, origin: string): string => {
  const unit = counted[origin]
  return unit === undefined ? `${bound}` : `${bound} ${unit[Number(bound) === 1 ? 'one' : 'many']}`
}

/** The library's own words for a rule that has none of ours; all others are left as they are. */
const isLibraryWords = ({ code, message }: Issue): boolean =>
  code === 'custom' ? message === 'Invalid input' : /^(Invalid |Too (big|small): )/.test(message)

/** What is wrong, in words for whoever wrote it: a rule's own, or plain ones in place of the library's. */
export function shapeFault(issue: Issue): string {
  if (!isLibraryWords(issue)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue)
    case 'invalid_value':
      return mustBe([nounOf(issue)])
    case 'invalid_union':
      return mustBe(issue.errors.map(nounOfShape))
    case 'too_big': {
      const { origin, maximum, inclusive = true } = issue
      return `Use ${inclusive ? 'at most' : 'less than'} ${sized(maximum, origin)}.`
    }
    case 'too_small': {
      const { origin, minimum, inclusive = true } = issue
      if (counted[origin] !== undefined && minimum === 1) return 'This must not be empty.'
      return `Use ${inclusive ? 'at least' : 'more than'} ${sized(minimum, origin)}.`
    }
    case 'invalid_format':
      return formats[issue.format] ?? unfit
    case 'not_multiple_of':
      return `Use a multiple of ${issue.divisor}.`
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return unfit
  }
}
