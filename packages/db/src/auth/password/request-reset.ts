import { createHash, randomBytes } from 'node:crypto'
import { type Instant, minutes, plus } from '@highwater/core'
import { email as emailInput } from '@highwater/core/account'
import { and, count, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../client/connect.ts'
import { readNow } from '../../client/now.ts'
import { publish } from '../../client/topics.ts'
import { auditOf } from '../../commands/audit-terms.ts'
import { queueResetMail } from '../../commands/channel/queue-test.ts'
import { findMailSettings } from '../../commands/person/mail-settings.ts'
import { recordAudit, recordRefusal } from '../../commands/record-audit.ts'
import { sqlOf } from '../../commands/sql-of.ts'
import { readParameters } from '../../queue/read-parameters.ts'
import { account, passwordReset } from '../../schema/index.ts'
import { addressLockedFor, countAddressFailure } from '../address-lock.ts'
import type { AccountRow, Attempt } from '../let-in.ts'
import { readLocalPolicy } from '../local-policy.ts'

/** A link is guessed no sooner than 256 bits are, so a plain hash protects it well enough. */
export const hashOfLink = (token: string): string =>
  createHash('sha256').update(token).digest('hex')

const mostPerHour = 3

async function findAccount(tx: Transaction, email: string | undefined) {
  if (email === undefined) return undefined
  const [row] = await tx
    .select()
    .from(account)
    .where(and(eq(account.email, email), isNull(account.deletedAt), isNull(account.disabledAt)))
    .for('no key update')
  return row
}

async function countLately(tx: Transaction, { id }: AccountRow): Promise<number> {
  const [row] = await tx
    .select({ asked: count() })
    .from(passwordReset)
    .where(
      and(
        eq(passwordReset.userId, id),
        gt(passwordReset.createdAt, sql`now() - interval '1 hour'`),
      ),
    )
  return row?.asked ?? 0
}

/** Why no link is sent; it is written down and said to nobody. */
async function againstLink(tx: Transaction, row: AccountRow | undefined) {
  if (!row) return 'unknown_account'
  const { localSignIn } = await readLocalPolicy(tx)
  if (row.passwordHash === null || !(localSignIn || row.isBreakGlass)) return 'local_sign_in_off'
  return (await countLately(tx, row)) >= mostPerHour ? 'too_many_links' : null
}

interface ResetRequest extends Attempt {
  readonly email: string
  readonly consoleUrl: string
}

async function sendLink(
  tx: Transaction,
  row: AccountRow,
  { sealer, consoleUrl }: ResetRequest,
  now: Instant,
): Promise<'sent' | 'no_mail_channel'> {
  const settings = await findMailSettings(tx, row.email, sealer)
  if (settings === null) return 'no_mail_channel'
  const { resetLinkMinutes } = await readParameters(sqlOf(tx))
  const token = randomBytes(32).toString('base64url')
  const expiresAt = plus(now, minutes(resetLinkMinutes))
  const values = { hash: hashOfLink(token), userId: row.id, createdAt: now, expiresAt }
  await tx.insert(passwordReset).values(values)
  const sealedUrl = sealer.seal({ url: `${consoleUrl}/sign-in/reset?token=${token}` })
  await queueResetMail(
    tx,
    { settings, name: row.displayName, reset: { sealedUrl, minutes: resetLinkMinutes } },
    { sealer, consoleUrl, now },
  )
  return 'sent'
}

/**
 * Sends a link by which the owner of an address chooses a new password, if there is an account that
 * may use one. Nobody is told which it was: call it after the answer has been given.
 */
export async function requestPasswordReset(db: Database, request: ResetRequest): Promise<void> {
  const { origin, sealer } = request
  if ((await addressLockedFor(db, origin.ip)) !== null) return
  const email = emailInput.safeParse(request.email).data
  await db.orm.transaction(async (tx) => {
    const now = await readNow(tx)
    const row = await findAccount(tx, email)
    const refusal = await againstLink(tx, row)
    const outcome = row && refusal === null ? await sendLink(tx, row, request, now) : refusal
    const actorName = row?.email ?? email ?? 'unknown'
    const initiator = { actor: { type: 'anonymous' as const }, actorName, origin, sealer, now }
    const resource = row ? { subject: { id: row.id, name: row.email } } : {}
    if (outcome === 'sent') {
      const special = { operation: 'others' } as const
      const draft = auditOf('password.reset', resource.subject ?? null, {}, special)
      await recordAudit(tx, initiator, 'password.reset', resource, [draft])
    } else {
      await countAddressFailure(tx, origin.ip, await readParameters(sqlOf(tx)), now)
      await recordRefusal(tx, initiator, 'password.reset', resource, outcome ?? 'unknown_account')
    }
    await publish(tx, ['audit'])
  })
}
