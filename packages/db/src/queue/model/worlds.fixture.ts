import type { Transition } from '@highwater/core/alert'
import type { ProtectionLevelSettings } from '@highwater/core/policy'
import { settings } from '@highwater/core/testing'
import type { Reference } from './reference.fixture.ts'
import type { Command } from './script.fixture.ts'

/** The protection levels that people switch between. */
export const policies: readonly ProtectionLevelSettings[] = [
  settings(),
  settings({ high: { latencySeconds: 60, interruptionSeconds: 20, frequencyMinutes: 1 } }),
  settings({ high: { latencySeconds: 25 }, medium: { latencySeconds: 400, frequencyMinutes: 8 } }),
]

/** What a transition says in the words of the reference; null for what nobody would have heard. */
export function wordOf(transition: Transition): string | null {
  switch (transition.type) {
    case 'fire':
      if (!transition.reopened) return 'fire'
      return transition.flapping ? 'reopen flapping' : 'reopen'
    case 'repeat':
      return transition.note === null ? 'repeat' : `repeat ${transition.note}`
    case 'flap':
    case 'steady':
      return transition.reason === null ? transition.type : `${transition.type} held`
    case 'close':
      return `close ${transition.reason}`
    case 'raise':
    case 'reinstate':
      return transition.type
    default:
      return null
  }
}

const second = 1_000

/** The sample that a command sends; null where it sends none. */
export function sampleOf(command: Command, now: number, newest: number | null) {
  switch (command.do) {
    case 'gauge':
    case 'again':
      return { at: now, gauge: command.latencySeconds * second }
    case 'position':
      return { at: now, position: now - command.lagSeconds * second }
    case 'state':
      return { at: now, state: command.state }
    case 'late':
      return { at: (newest ?? now) - 5 * second, gauge: command.latencySeconds * second }
    case 'ahead':
      return { at: now + command.seconds * second, gauge: command.latencySeconds * second }
    default:
      return null
  }
}

export type Sample = NonNullable<ReturnType<typeof sampleOf>>

/** Does to the reference what is done to the product, and looks where somebody would. */
export function doTo(reference: Reference, command: Command, sample: Sample | null, now: number) {
  const until = (minutes: number) => now + minutes * 60 * second
  switch (command.do) {
    case 'level':
      reference.level = command.level
      break
    case 'acknowledge':
    case 'snooze':
      if (command.condition !== 'status_inconsistent' && command.condition !== 'clock_skew') {
        reference[command.do](command.condition, until(command.minutes))
      }
      return
    case 'delete':
      reference.deleted = true
      break
    case 'nothing':
      return
    default:
      if (sample === null || !reference.hear(sample, now)) return
  }
  reference.look(now)
}
