import { AppError, parseInput } from '@highwater/core'
import { z } from 'zod'

const none = z.strictObject({})

/**
 * The query of an address, checked. Unknown names are refused rather than ignored: a misspelt filter
 * would answer with everything.
 * @throws AppError `invalid_input` with the name of each faulty parameter
 */
export function readQuery(url: URL, schema: z.ZodObject | undefined): Record<string, unknown> {
  const wanted = schema ?? none
  const faults: { path: string; message: string }[] = []
  const given: Record<string, string> = {}
  for (const name of new Set(url.searchParams.keys())) {
    const [value = '', ...more] = url.searchParams.getAll(name)
    if (!Object.hasOwn(wanted.shape, name)) {
      faults.push({ path: name, message: 'There is no such query parameter.' })
    } else if (more.length > 0) {
      faults.push({ path: name, message: 'Give this query parameter once.' })
    } else if (value.includes('\u0000')) {
      faults.push({ path: name, message: 'Leave the null character out.' })
    } else {
      given[name] = value
    }
  }
  const [first] = faults
  if (first) throw new AppError('invalid_input', `${first.path}: ${first.message}`, { faults })
  return parseInput(wanted, given)
}
