import type { SilenceId } from '../ids.ts'
import type { Instant } from '../time.ts'
import { covers, type SilenceScope, type SilenceSubject } from './scope.ts'

/** A silence counts once, between two times; a maintenance window comes again and again. */
export const silenceKinds = ['silence', 'maintenance'] as const
export type SilenceKind = (typeof silenceKinds)[number]

/** A silence or maintenance window that holds messages back right now, until `until`. */
export interface SilenceInForce {
  readonly id: SilenceId
  readonly kind: SilenceKind
  readonly name: string
  readonly scope: SilenceScope
  readonly until: Instant
}

/** Why a message is held back; the detail names the silence where the suppression is kept. */
export interface Held {
  readonly reason: 'silenced' | 'maintenance'
  readonly detail: { readonly id: SilenceId; readonly name: string; readonly until: Instant }
}

export const holdReasonOf = (kind: SilenceKind): Held['reason'] =>
  kind === 'silence' ? 'silenced' : 'maintenance'

/** Every silence that covers the subject, the one that ends last first. */
export const silencesOver = (
  subject: SilenceSubject,
  inForce: readonly SilenceInForce[],
): SilenceInForce[] =>
  inForce
    .filter((silence) => covers(silence.scope, subject))
    .sort((one, other) => other.until - one.until || (one.id < other.id ? -1 : 1))

/** The silence that holds the subject the longest, or null when none does. */
export function heldBy(subject: SilenceSubject, inForce: readonly SilenceInForce[]): Held | null {
  const [longest] = silencesOver(subject, inForce)
  if (longest === undefined) return null
  const { id, name, until } = longest
  return { reason: holdReasonOf(longest.kind), detail: { id, name, until } }
}
