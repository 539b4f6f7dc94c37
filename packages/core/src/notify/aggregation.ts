import { z } from 'zod'
import type { AlertEvent, Severity } from '../alert/event.ts'
import { assertNever } from '../assert-never.ts'
import type { ProtectionLevel } from '../policy/level.ts'
import { seconds } from '../time.ts'
import type { AlertSubject } from './news.ts'

/** By what alerts are alike; alerts that agree in all that a channel chose form a group. */
export const aggregationDimensions = [
  'event',
  'level',
  'department',
  'project',
  'tag',
  'severity',
] as const
export type AggregationDimension = (typeof aggregationDimensions)[number]

export const isAggregationDimension = (text: string): text is AggregationDimension =>
  aggregationDimensions.some((dimension) => dimension === text)

/** What all alerts of a group have in common, as a reader is told. */
export type AggregationGroup = readonly AggregationTrait[]

export type AggregationTrait =
  | { readonly by: 'event'; readonly value: AlertEvent }
  | { readonly by: 'level'; readonly value: ProtectionLevel }
  | { readonly by: 'severity'; readonly value: Severity }
  | { readonly by: 'department' | 'project' | 'tag'; readonly value: string }

export const aggregationWindow = { min: 60, max: 86_400, default: 600 } as const

const range = `Use ${aggregationWindow.min}–${aggregationWindow.max} seconds.`

/** C10: how a channel makes one message of alerts that are alike. */
export const aggregationSchema = z.strictObject({
  windowSeconds: z
    .int(range)
    .min(aggregationWindow.min, range)
    .max(aggregationWindow.max, range)
    .default(aggregationWindow.default),
  groupBy: z
    .array(z.enum(aggregationDimensions))
    .min(1, 'Choose at least one of them.')
    .max(aggregationDimensions.length)
    .refine((by) => new Set(by).size === by.length, 'Name each of them once.')
    .default(['event', 'level']),
})
export type Aggregation = Readonly<z.output<typeof aggregationSchema>>

export const windowOf = ({ windowSeconds }: Aggregation) => seconds(windowSeconds)

/** What a group looks at in an alert, beside what subscriptions look at. */
export interface AlikeFacts {
  readonly severity: Severity
  /** By name; for an alert that is about no project, what it is about and its department's name. */
  readonly project: string
  readonly department: string
}

/** To which of a channel's groups an alert belongs. */
export function groupOfAlert(
  { groupBy }: Aggregation,
  { event, level, tags }: Pick<AlertSubject, 'event' | 'level' | 'tags'>,
  { severity, project, department }: AlikeFacts,
): AggregationGroup {
  const traitOf = (by: AggregationDimension): AggregationTrait => {
    switch (by) {
      case 'event':
        return { by, value: event }
      case 'level':
        return { by, value: level }
      case 'severity':
        return { by, value: severity }
      case 'department':
        return { by, value: department }
      case 'project':
        return { by, value: project }
      case 'tag':
        return { by, value: [...tags].sort().join(' ') }
      default:
        return assertNever(by)
    }
  }
  return groupBy.map(traitOf)
}
