import { z } from 'zod'
import { isStorableTime } from '../time.ts'
import { type SignalInput, signalLimits, storable } from './signal-schema.ts'
import { projectStates, stepStates } from './state.ts'

type Check = (value: unknown) => boolean
type Fields = Readonly<Record<string, unknown>>

const isoTime = z.regexes.datetime({ offset: true })
/** The last text that was a time: the signals of a batch are mostly observed together. */
let lastTime: string | null = null
/** Whether a text is what `observedAt` and `positionTime` may be. */
export function isSignalTime(text: string): boolean {
  if (text === lastTime) return true
  if (!isoTime.test(text) || !isStorableTime(Date.parse(text))) return false
  lastTime = text
  return true
}
const isTime: Check = (value) => typeof value === 'string' && isSignalTime(value)

const isText =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length >= least && value.length <= most && storable(value)

const isOneOf =
  (names: readonly unknown[]): Check =>
  (value) =>
    names.includes(value)

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Whether there is a check for every field, and the field passes it. */
function areRight(fields: Fields, checks: Readonly<Record<string, Check>>): boolean {
  for (const name in fields) {
    if (!Object.hasOwn(checks, name) || !checks[name]?.(fields[name])) return false
  }
  return true
}

const stepChecks = {
  name: isText(1, signalLimits.stepName),
  state: isOneOf(stepStates),
}

const checks = {
  project: isText(1, signalLimits.project),
  observedAt: isTime,
  id: isText(1, signalLimits.id),
  latencySeconds: (value) =>
    typeof value === 'number' && value >= 0 && value <= signalLimits.latencySeconds,
  positionTime: isTime,
  state: isOneOf(projectStates),
  step(value) {
    if (!isObject(value) || !areRight(value as Fields, stepChecks)) return false
    return 'name' in value && 'state' in value
  },
  message: isText(0, signalLimits.message),
} satisfies Record<keyof SignalInput, Check>

/**
 * Whether this is a signal, found out in a fraction of the schema's time and without a copy. Only yes
 * is an answer: what is declined may still be one, and the schema has the words for what is wrong.
 */
export function isSignalInput(value: unknown): value is SignalInput {
  if (!isObject(value) || !areRight(value as Fields, checks)) return false
  const { project, observedAt, latencySeconds, positionTime, state, step } = value as Fields
  if (project === undefined || observedAt === undefined) return false
  if (latencySeconds !== undefined) return positionTime === undefined
  return positionTime !== undefined || state !== undefined || step !== undefined
}
