import { z } from 'zod'
import type { AlertEvent, Severity } from '../alert/event.ts'
import type { ProtectionLevel } from '../policy/level.ts'
import { seconds } from '../time.ts'

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

/** What all alerts of a group have in common, as a reader is told. */
export type AggregationGroup = readonly AggregationTrait[]

export type AggregationTrait =
  | { readonly by: 'event'; readonly value: AlertEvent }
  | { readonly by: 'level'; readonly value: ProtectionLevel }
  | { readonly by: 'severity'; readonly value: Severity }
  | { readonly by: 'department' | 'project' | 'tag'; readonly value: string }

export const aggregationWindow = { min: 60, max: 86_400, default: 600 } as const

/** C10: how a channel makes one message of alerts that are alike. */
export const aggregationSchema = z.strictObject({
  windowSeconds: z
    .int()
    .min(aggregationWindow.min)
    .max(aggregationWindow.max)
    .default(aggregationWindow.default),
  groupBy: z
    .array(z.enum(aggregationDimensions))
    .min(1)
    .max(aggregationDimensions.length)
    .refine((by) => new Set(by).size === by.length, 'Name each of them once.')
    .default(['event', 'level']),
})
export type Aggregation = Readonly<z.output<typeof aggregationSchema>>

export const windowOf = ({ windowSeconds }: Aggregation) => seconds(windowSeconds)
