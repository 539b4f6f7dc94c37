import { type AuditDraft, diff, targetOf } from '@highwater/core/audit'
import type { Action, Actor } from '@highwater/core/permissions'
import type { Transaction } from '../client/connect.ts'
import { auditEvent } from '../schema/index.ts'
import type { ChangeContext } from './context.ts'

function describeActor(actor: Actor) {
  switch (actor.type) {
    case 'user':
      return { actorId: actor.id, actorRole: actor.role, departmentId: null }
    case 'token':
      return { actorId: actor.id, actorRole: actor.scope, departmentId: actor.department }
    case 'system':
      return { actorId: null, actorRole: actor.job, departmentId: null }
    case 'anonymous':
      return { actorId: null, actorRole: null, departmentId: null }
  }
}

const originOf = (context: ChangeContext) => ({
  at: context.now,
  actorType: context.actor.type,
  actorName: context.actorName,
  ...describeActor(context.actor),
  ip: context.origin.ip,
  userAgent: context.origin.userAgent,
  requestId: context.origin.id,
})

/** Writes what changed, in the transaction that changed it. */
export async function recordAudit(
  tx: Transaction,
  context: ChangeContext,
  action: Action | 'sign_in' | 'sign_out' | 'setup',
  drafts: readonly AuditDraft[],
): Promise<void> {
  if (drafts.length === 0) return
  const common = originOf(context)
  await tx.insert(auditEvent).values(
    drafts.map((draft) => ({
      ...common,
      ...draft,
      action,
      result: 'succeeded' as const,
      changes: diff(draft.before, draft.after),
    })),
  )
}

/** A refused attempt is worth seeing; it is written after the refused transaction has been rolled back. */
export async function auditRefusal(
  context: ChangeContext,
  action: Action,
  reason: string,
): Promise<void> {
  await context.db.orm.insert(auditEvent).values({
    ...originOf(context),
    ...targetOf(action),
    targetId: null,
    targetName: null,
    action,
    result: 'refused',
    reason,
    before: null,
    after: null,
    changes: [],
  })
}
