import type { Instant } from '@highwater/core'
import { type AuditDraft, diff, mask } from '@highwater/core/audit'
import type { Actor } from '@highwater/core/permissions'
import { appendToAudit, type NewAuditRow } from '../audit/append.ts'
import type { Transaction } from '../client/connect.ts'
import { readNow } from '../client/now.ts'
import { publish } from '../client/topics.ts'
import { type AuditedAction, auditOf } from './audit-terms.ts'
import type { CommandContext } from './context.ts'
import type { Resource } from './refused.ts'

/** A bulk change is audited thing by thing; one statement carries at most 65,534 values. */
const rowsPerInsert = 500

/** In which role the actor acted on this: the one in its department outranks "user". */
function roleOf(actor: Actor, resource: Resource): string | null {
  switch (actor.type) {
    case 'user': {
      const membership = actor.departments.find((entry) => entry.id === resource.department)
      return actor.role === 'user' && membership ? membership.role : actor.role
    }
    case 'token':
      return actor.scope
    case 'system':
      return actor.job
    case 'anonymous':
      return null
  }
}

/** Who is written down, and what seals the entry. */
export type Initiator = Pick<CommandContext, 'actor' | 'actorName' | 'origin' | 'sealer'>

const initiatorOf = (
  { actor, actorName, origin }: Pick<Initiator, 'actor' | 'actorName' | 'origin'>,
  resource: Resource,
  at: Instant,
) => ({
  at,
  actorType: actor.type,
  actorId: 'id' in actor ? actor.id : null,
  actorName: actorName.toWellFormed(),
  actorRole: roleOf(actor, resource),
  departmentId: resource.department ?? null,
  ip: origin.ip,
  userAgent: origin.userAgent,
  requestId: origin.id,
})

/** Exactly as it will be read back, or its seal would not fit. */
const asKept = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

function withChanges({ before, after, targetName, ...draft }: AuditDraft) {
  const old = asKept(mask(before))
  const now = asKept(mask(after))
  return {
    ...draft,
    targetName: targetName?.toWellFormed() ?? null,
    before: old,
    after: now,
    changes: diff(old, now),
  }
}

/** The entries of what was done, without their places in the chain. */
export function entriesOf(
  context: Omit<Initiator, 'sealer'> & { readonly now: Instant },
  action: AuditedAction,
  resource: Resource,
  drafts: readonly AuditDraft[],
): NewAuditRow[] {
  const common = initiatorOf(context, resource, context.now)
  return drafts.map((draft) => ({
    ...common,
    ...withChanges(draft),
    action,
    result: 'succeeded',
    reason: null,
  }))
}

/** Writes what changed, in the transaction that changed it. */
export async function recordAudit(
  tx: Transaction,
  context: Initiator & { readonly now: Instant },
  action: AuditedAction,
  resource: Resource,
  drafts: readonly AuditDraft[],
): Promise<void> {
  for (let start = 0; start < drafts.length; start += rowsPerInsert) {
    const portion = drafts.slice(start, start + rowsPerInsert)
    await appendToAudit(tx, context.sealer, entriesOf(context, action, resource, portion))
  }
}

/** Writes an attempt that came to nothing, and why; `after` is what else is to be said of it. */
export async function recordRefusal(
  tx: Transaction,
  context: Initiator & { readonly now: Instant },
  action: AuditedAction,
  resource: Resource,
  reason: string,
  after: unknown = null,
): Promise<void> {
  const row: NewAuditRow = {
    ...initiatorOf(context, resource, context.now),
    ...withChanges(auditOf(action, resource.subject ?? null, { after })),
    action,
    result: 'refused',
    reason,
  }
  await appendToAudit(tx, context.sealer, [row])
}

/** What somebody tried in vain, why it was refused, and what it was about as far as that is known. */
export interface RefusedAttempt {
  readonly action: AuditedAction
  readonly reason: string
  readonly resource?: Resource
  /** How often the same was refused again since it was last written down. */
  readonly repeated?: number
}

/** A refused attempt is worth seeing; it is written after its transaction has been rolled back. */
export async function auditRefusal(
  context: CommandContext,
  { action, reason, resource = {}, repeated }: RefusedAttempt,
): Promise<void> {
  await context.db.orm.transaction(async (tx) => {
    const now = await readNow(tx)
    const after = repeated === undefined ? null : { repeated }
    await recordRefusal(tx, { ...context, now }, action, resource, reason, after)
    await publish(tx, ['audit'])
  })
}
