import type { z } from 'zod'
import { AppError, type InputFault } from './errors.ts'
import { shapeFault } from './shape-fault.ts'

/** Writes a zod path the way people write one: `signals[3].observedAt`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? String(part) : `${text}.${String(part)}`
  }, '')
}

type Issue = z.core.$ZodIssue

const strangersIn = (issues: readonly Issue[]): number =>
  issues.reduce((count, issue) => {
    return issue.code === 'unrecognized_keys' ? count + issue.keys.length : count
  }, 0)

/** Of the shapes that something may have, the one that was meant: it knows more of what was sent. */
function meantShape(shapes: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const fewest = Math.min(...shapes.map(strangersIn))
  const [meant, ...others] = shapes.filter((issues) => strangersIn(issues) === fewest)
  return meant === undefined || others.length > 0 ? null : meant
}

function faultsAt(issues: readonly Issue[], within: readonly PropertyKey[]): InputFault[] {
  return issues.flatMap((issue) => {
    const path = [...within, ...issue.path]
    if (issue.code === 'unrecognized_keys') {
      const message = 'There is no such field.'
      return issue.keys.map((key) => ({ path: formatPath([...path, key]), message }))
    }
    const meant = issue.code === 'invalid_union' ? meantShape(issue.errors) : null
    return meant === null
      ? { path: formatPath(path), message: shapeFault(issue) }
      : faultsAt(meant, path)
  })
}

/** A text of the wrong form fails what is asked of its meaning too, often in the same words. */
const toldOnce = (faults: readonly InputFault[]): InputFault[] => [
  ...new Map(faults.map((fault) => [`${fault.path}: ${fault.message}`, fault])).values(),
]

/**
 * Every fault with its path, once; an unknown field is named itself, not the object it was found in. Of
 * what may have several shapes the faults of the one that was meant are told, where that is plain.
 */
export const faultsOf = (error: z.ZodError): InputFault[] => toldOnce(faultsAt(error.issues, []))

/**
 * Parses what came from outside.
 * @throws AppError `invalid_input` that lists every fault with its path
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const faults = faultsOf(parsed.error)
  const first = faults[0]
  const where = first && first.path !== '' ? `${first.path}: ` : ''
  throw new AppError(
    'invalid_input',
    first ? `${where}${first.message}` : 'The input is invalid.',
    {
      faults,
    },
  )
}
