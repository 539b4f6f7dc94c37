import type { DepartmentId, Instant } from '@highwater/core'
import type { AuditDraft } from '@highwater/core/audit'
import { wholeScope } from '@highwater/core/subscription'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'
import { subscription } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { describeSubscription, unlessNameTaken } from '../subscription/load-subscription.ts'
import { lookAtEscalation } from '../subscription/look-at-escalation.ts'

interface Home {
  readonly id: DepartmentId
  readonly name: string
}

type Row = typeof subscription.$inferSelect

/** Every channel of the subscription's own home, those of tomorrow included. */
const everywhere = { allChannels: true, channels: [], groups: [], people: [], period: null }

async function load(tx: Transaction, { id }: Home): Promise<Row | null> {
  const [row] = await tx
    .select()
    .from(subscription)
    .where(
      and(
        eq(subscription.departmentId, id),
        eq(subscription.isDefault, true),
        isNull(subscription.deletedAt),
      ),
    )
    .for('no key update')
  return row ?? null
}

/** The name itself, or with the first number that no other living subscription has. */
async function freeName(tx: Transaction, name: string): Promise<string> {
  const [found] = await tx.execute<{ free: string }>(sql`
    select free from (
      select ${name}::text as free, 1 as place
      union all select ${name}::text || ' ' || place, place from generate_series(2, 99) as place) as names
    where not exists (select from subscription s where s.name = free and s.deleted_at is null)
    order by place limit 1`)
  return found?.free ?? name
}

async function make(tx: Transaction, home: Home, now: Instant): Promise<AuditDraft[]> {
  const row = {
    id: newId<'subscription'>(),
    name: await freeName(tx, home.name),
    departmentId: home.id,
    isDefault: true,
    enabled: true,
    scope: wholeScope,
    levels: { high: everywhere, medium: everywhere, low: everywhere },
    locale: null,
    receiveLimit: null,
    recoveryNotices: true,
    mention: 'none' as const,
    escalation: [],
    createdAt: now,
  }
  await unlessNameTaken(tx.insert(subscription).values(row), row.name)
  const after = { ...describeSubscription(row), department: home.id }
  return [auditOf('subscription.write', row, { after }, { operation: 'creation' })]
}

async function change(
  tx: Transaction,
  before: Row,
  changes: Partial<Pick<Row, 'name' | 'enabled' | 'deletedAt'>>,
  now: Instant,
): Promise<void> {
  const after = { ...before, ...changes }
  await tx
    .update(subscription)
    .set({ ...changes, version: sql`${subscription.version} + 1` })
    .where(eq(subscription.id, before.id))
  await lookAtEscalation(tx, before, after.deletedAt === null ? after : null, now)
}

/**
 * Has a department's own default subscription send, or not: every alert of the department to every
 * enabled channel of the department (I5). It is made when it is first wanted. Answers what changed.
 */
export async function wantDefaultSubscription(
  tx: Transaction,
  home: Home,
  isWanted: boolean,
  now: Instant,
): Promise<AuditDraft[]> {
  const present = await load(tx, home)
  if (present === null) return isWanted ? make(tx, home, now) : []
  if (present.enabled === isWanted) return []
  await change(tx, present, { enabled: isWanted }, now)
  const snapshots = { before: { enabled: !isWanted }, after: { enabled: isWanted } }
  return [auditOf('subscription.write', present, snapshots)]
}

/** Lets it follow the department's new name, unless somebody has called it something else. */
export async function renameDefaultSubscription(
  tx: Transaction,
  home: Home,
  now: Instant,
  before: string,
): Promise<AuditDraft[]> {
  const present = await load(tx, home)
  if (present === null || home.name === before || present.name !== before) return []
  const free = await freeName(tx, home.name)
  await change(tx, present, { name: free }, now)
  const snapshots = { before: { name: before }, after: { name: free } }
  return [auditOf('subscription.write', { id: present.id, name: free }, snapshots)]
}

/** It goes with its department. */
export async function deleteDefaultSubscription(
  tx: Transaction,
  home: Home,
  now: Instant,
): Promise<AuditDraft[]> {
  const present = await load(tx, home)
  if (present === null) return []
  await change(tx, present, { deletedAt: now, enabled: false }, now)
  const before = describeSubscription(present)
  return [auditOf('subscription.write', present, { before }, { operation: 'deletion' })]
}
