import { type AlertId, parseInput } from '@highwater/core'
import type { AlertEvent, AlertState } from '@highwater/core/alert'
import type { Actor } from '@highwater/core/permissions'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { alert } from '../../schema/index.ts'
import { searchInput } from '../inputs.ts'
import { alertVisibleTo } from '../visible.ts'
import { numberOf, shortIdOf } from './item.ts'

export const findAlertInput = z.strictObject({ q: searchInput })

/** An alert as somebody knows it again who has read its short id in a message. */
export interface FoundAlert {
  readonly id: AlertId
  readonly shortId: string
  readonly subject: string
  readonly event: AlertEvent
  readonly state: AlertState
}

/** The alert of the short id that was typed, such as `A123`; null where it is none, or not the viewer's. */
export async function findAlert(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof findAlertInput>,
): Promise<FoundAlert | null> {
  const { q } = parseInput(findAlertInput, rawInput)
  const number = numberOf(q)
  if (number === null) return null
  const { id, subject, event, state } = alert
  const [found] = await db.orm
    .select({ id, subject, event, state })
    .from(alert)
    .where(and(eq(alert.number, number), alertVisibleTo(viewer)))
  return found === undefined ? null : { ...found, shortId: shortIdOf(number) }
}
