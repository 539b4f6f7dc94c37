import type { SessionId } from '@highwater/core'
import type { Database } from '../client/connect.ts'
import { readNow } from '../client/now.ts'
import { publish } from '../client/topics.ts'
import { auditOf } from '../commands/audit-terms.ts'
import { recordAudit } from '../commands/record-audit.ts'
import { actorOfAccount } from './actor-of-account.ts'
import { letIn, type SignInResult } from './let-in.ts'
import { hasSecondFactor } from './second-factor/accept-code.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  type DeviceSecret,
} from './second-factor/set-up-device.ts'
import { lockAt, over, type StepTaken } from './unfinished-session.ts'

const step = 'set_up_second_factor'

/**
 * What the app needs of a person who has to set up a second factor before they are in; null when it
 * is in force already and they have only to go on, or when the attempt is over.
 */
export async function beginSetUpAtSignIn(
  db: Database,
  { sessionId, sealer }: Pick<StepTaken, 'sessionId' | 'sealer'>,
): Promise<DeviceSecret | null> {
  return db.orm.transaction(async (tx) => {
    const row = await lockAt(tx, sessionId, step)
    if (row === null || (await hasSecondFactor(tx, row.id))) return null
    return beginSecondFactor(tx, row, sealer, await readNow(tx))
  })
}

/**
 * Puts the second factor in force and answers the recovery codes; the person goes on once they have
 * kept them. Null when the attempt is over. @throws AppError `invalid_input` at `code`
 */
export async function confirmSetUpAtSignIn(
  db: Database,
  { sessionId, code, origin, sealer }: StepTaken & { readonly code: string },
): Promise<readonly string[] | null> {
  return db.orm.transaction(async (tx) => {
    const now = await readNow(tx)
    const row = await lockAt(tx, sessionId, step)
    if (row === null) return null
    const codes = await confirmSecondFactor(tx, row.id, code, { sealer, now, keep: sessionId })
    const actor = await actorOfAccount(tx, row)
    const subject = { id: row.id, name: row.email }
    const initiator = { actor, actorName: row.displayName, origin, sealer, now }
    const draft = auditOf('account.update', subject, { after: { secondFactor: 'set up' } })
    await recordAudit(tx, initiator, 'account.update', { subject }, [draft])
    await publish(tx, ['audit'])
    return codes
  })
}

/** Goes on after the set-up. */
export async function leaveSetUpAtSignIn(
  db: Database,
  { sessionId, origin, sealer }: StepTaken,
): Promise<SignInResult> {
  return db.orm.transaction(async (tx) => {
    const now = await readNow(tx)
    const row = await lockAt(tx, sessionId, step)
    if (row === null || !(await hasSecondFactor(tx, row.id))) return over
    return letIn(tx, row, { origin, sealer, now, taken: { step, session: sessionId as SessionId } })
  })
}
