import { AppError, type Instant, type UserId } from '@highwater/core'
import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { project } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { lookAgainAt } from '../look-again.ts'
import type { Account } from './load-user.ts'

interface Heir {
  readonly id: UserId
  readonly email: string
}

const namedAtMost = 5

/** @throws AppError `in_use` at `handOverTo` that names what is owned */
function refuse(owned: readonly { readonly name: string }[]): never {
  const some = owned.slice(0, namedAtMost).map(({ name }) => `"${name}"`)
  const named = `${some.join(', ')}${owned.length > namedAtMost ? ' and more' : ''}`
  const message = `They own ${owned.length} projects (${named}). Say who takes them over, or null for nobody.`
  throw new AppError('in_use', message, {
    faults: [{ path: 'handOverTo', message }],
    current: { ownedProjects: owned.length },
  })
}

/**
 * Gives the projects of somebody who goes to another person, or to nobody; deleted ones lose their
 * owner in any case. Answers the living ones and what the audit says of each.
 */
export async function handOverProjects(
  tx: Transaction,
  { id, email }: Pick<Account, 'id' | 'email'>,
  heir: Heir | null | undefined,
  now: Instant,
) {
  const owned = await tx
    .select({
      id: project.id,
      name: project.name,
      deletedAt: project.deletedAt,
    })
    .from(project)
    .where(eq(project.ownerId, id))
    .orderBy(asc(project.id))
    .for('no key update')
  const living = owned.filter(({ deletedAt }) => deletedAt === null)
  if (heir === undefined && living.length > 0) refuse(living)
  const ids = living.map((each) => each.id)
  await tx
    .update(project)
    .set({ ownerId: heir?.id ?? null, version: sql`${project.version} + 1` })
    .where(inArray(project.id, ids))
  await tx.update(project).set({ ownerId: null }).where(eq(project.ownerId, id))
  await lookAgainAt(tx, ids, now)
  const snapshots = { before: { owner: email }, after: { owner: heir?.email ?? null } }
  return { ids, audit: living.map((each) => auditOf('project.update', each, snapshots)) }
}
