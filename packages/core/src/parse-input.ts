import type { z } from 'zod'
import { AppError, type InputFault } from './errors.ts'

/** Writes a zod path the way people write one: `signals[3].observedAt`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? String(part) : `${text}.${String(part)}`
  }, '')
}

/** Every fault with its path; an unknown field is named itself, not the object it was found in. */
export const faultsOf = (error: z.ZodError): InputFault[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: formatPath([...issue.path, key]),
          message: 'There is no such field.',
        }))
      : { path: formatPath(issue.path), message: issue.message },
  )

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
