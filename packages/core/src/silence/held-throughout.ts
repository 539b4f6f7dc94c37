import type { SilenceId } from '../ids.ts'
import { earliest, type Instant } from '../time.ts'
import { type Held, heldBy, type SilenceKind } from './held-by.ts'
import { type SilenceSchedule, spanOf } from './schedule.ts'
import type { SilenceScope, SilenceSubject } from './scope.ts'
import { contains, type Span } from './span.ts'

/** A silence as it is remembered: it held by its schedule from when it was made until it was ended. */
export interface RememberedSilence {
  readonly id: SilenceId
  readonly kind: SilenceKind
  readonly name: string
  readonly scope: SilenceScope
  readonly schedule: SilenceSchedule
  readonly madeAt: Instant
  /** Null while nobody has ended it. */
  readonly endedAt: Instant | null
}

/** Until when the silence held, where it held at that instant; else null. */
function heldUntil({ schedule, madeAt, endedAt }: RememberedSilence, at: Instant): Instant | null {
  if (at < madeAt || (endedAt !== null && endedAt <= at)) return null
  const span = spanOf(schedule, at)
  return span !== null && contains(span, at) ? earliest(span.until, endedAt) : null
}

/**
 * What kept an alert quiet that came and went: the silence that held when it opened, if that one or
 * others after it held until it was over. An alert that outlives its silences is told when they end.
 */
export function heldThroughout(
  subject: SilenceSubject,
  remembered: readonly RememberedSilence[],
  lived: Span,
): Held | null {
  const heldAt = (at: Instant): Held | null =>
    heldBy(
      subject,
      remembered.flatMap((silence) => {
        const until = heldUntil(silence, at)
        return until === null ? [] : [{ ...silence, until }]
      }),
    )
  const first = heldAt(lived.from)
  let held = first
  while (held !== null && held.detail.until < lived.until) held = heldAt(held.detail.until)
  return held === null ? null : first
}
