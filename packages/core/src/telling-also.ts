import type { z } from 'zod'
import type { InputFault } from './errors.ts'

type Sent = Readonly<Record<string, unknown>>

/**
 * Has a schema tell further faults of the same input beside its own, so that whoever fills in a form hears of
 * all of them at once. What is faulty stands in that input as it was sent.
 */
export const tellingAlso = <Fields extends z.ZodObject>(
  fields: Fields,
  faultsIn: (sent: Sent) => readonly InputFault[],
): Fields =>
  fields.superRefine(
    (sent, context) => {
      for (const { path, message } of faultsIn(sent)) {
        context.addIssue({ code: 'custom', path: path.split('.'), message })
      }
    },
    { when: ({ value }) => typeof value === 'object' && value !== null },
  )
