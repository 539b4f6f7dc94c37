import { z } from 'zod'
import { projectStates, stepStates } from './state.ts'

/** The most signals in one batch, and the longest message kept with one (characters). */
export const signalLimits = {
  batch: 1_000,
  message: 2_000,
  latencySeconds: 10 * 365 * 86_400,
} as const

const latency = `Use seconds between 0 and ${signalLimits.latencySeconds}.`
const time = z.iso.datetime({
  offset: true,
  error: 'Use an ISO 8601 time such as 2026-01-02T03:04:05Z.',
})

/** One observation of a project as `POST /signals` carries it. */
export const signalInput = z
  .strictObject({
    project: z.string().min(1, 'Name the project by its id or external key.').max(200),
    observedAt: time,
    id: z.string().min(1).max(200).optional(),
    latencySeconds: z
      .number(latency)
      .min(0, latency)
      .max(signalLimits.latencySeconds, latency)
      .optional(),
    positionTime: time.optional(),
    state: z.enum(projectStates).optional(),
    step: z.strictObject({ name: z.string().min(1).max(64), state: z.enum(stepStates) }).optional(),
    message: z.string().max(signalLimits.message).optional(),
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
