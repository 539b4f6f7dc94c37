import { z } from 'zod'
import { isStorableTime } from '../time.ts'
import { projectStates, stepStates } from './state.ts'

/** The most signals in one batch, and the longest texts in one (characters). */
export const signalLimits = {
  batch: 1_000,
  project: 200,
  id: 200,
  stepName: 64,
  message: 2_000,
  latencySeconds: 10 * 365 * 86_400,
} as const

const latency = `Use seconds between 0 and ${signalLimits.latencySeconds}.`
const timeFormat = 'Use an ISO 8601 time such as 2026-01-02T03:04:05Z.'
const time = z.iso
  .datetime({ offset: true, error: timeFormat })
  .refine((text) => isStorableTime(Date.parse(text)), timeFormat)

/** One character that no database text can hold would spoil the whole batch. */
export const storable = (text: string): boolean => !text.includes('\u0000')
const noNull = 'Leave the null character out.'

/** One observation of a project as `POST /signals` carries it. */
export const signalInput = z
  .strictObject({
    project: z
      .string()
      .min(1, 'Name the project by its id or external key.')
      .max(signalLimits.project)
      .refine(storable, noNull),
    observedAt: time,
    id: z.string().min(1).max(signalLimits.id).refine(storable, noNull).optional(),
    latencySeconds: z
      .number(latency)
      .min(0, latency)
      .max(signalLimits.latencySeconds, latency)
      .optional(),
    positionTime: time.optional(),
    state: z.enum(projectStates).optional(),
    step: z
      .strictObject({
        name: z.string().min(1).max(signalLimits.stepName).refine(storable, noNull),
        state: z.enum(stepStates),
      })
      .optional(),
    message: z.string().max(signalLimits.message).refine(storable, noNull).optional(),
  })
  .refine((signal) => signal.latencySeconds === undefined || signal.positionTime === undefined, {
    path: ['positionTime'],
    message: 'Send either latencySeconds or positionTime, not both.',
  })
  .refine(
    (signal) =>
      signal.latencySeconds !== undefined ||
      signal.positionTime !== undefined ||
      signal.state !== undefined ||
      signal.step !== undefined,
    { message: 'Say something about the project: latencySeconds, positionTime, state or step.' },
  )
export type SignalInput = z.output<typeof signalInput>
