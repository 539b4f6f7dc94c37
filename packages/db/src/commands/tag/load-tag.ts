import { AppError } from '@highwater/core'
import { and, arrayContains, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { foundOne } from '../../queries/not-found.ts'
import { levelRule, project, silence, subscription, tag } from '../../schema/index.ts'
import { lockInstallation } from '../lock-installation.ts'

/**
 * A tag and how many living projects have it; nobody else changes tags meanwhile.
 * @throws AppError `not_found`
 */
export async function loadTag(tx: Transaction, name: string) {
  await lockInstallation(tx)
  const found = foundOne(await tx.select().from(tag).where(eq(tag.name, name)), 'tag')
  const projects = await tx.$count(
    project,
    and(arrayContains(project.tags, [name]), isNull(project.deletedAt)),
  )
  return { ...found, projects }
}

export type LoadedTag = Awaited<ReturnType<typeof loadTag>>

/** A tag belongs to nobody: to change it is the installation's business. */
export const tagResource = ({ name }: LoadedTag) => ({
  department: null,
  subject: { id: name, name },
})

/** @throws AppError `in_use` while rules, silences or subscriptions name the tag */
export async function expectUnnamed(tx: Transaction, name: string): Promise<void> {
  const rules = await tx.$count(levelRule, eq(levelRule.tag, name))
  const silences = await tx
    .select({ name: silence.name })
    .from(silence)
    .where(and(arrayContains(silence.tags, [name]), isNull(silence.deletedAt)))
  const scopes = await tx
    .select({ name: subscription.name, scope: subscription.scope })
    .from(subscription)
    .where(isNull(subscription.deletedAt))
  const naming = scopes.filter(({ scope }) => [...scope.tags, ...scope.except.tags].includes(name))
  const users = [
    ...(rules > 0 ? [{ type: 'level rule', name }] : []),
    ...silences.map((found) => ({ type: 'silence', name: found.name })),
    ...naming.map((found) => ({ type: 'subscription', name: found.name })),
  ]
  if (users.length === 0) return
  const named = users.map((user) =>
    user.type === 'level rule' ? 'a level rule' : `the ${user.type} "${user.name}"`,
  )
  throw new AppError(
    'in_use',
    `The tag "${name}" is named by ${named.join(', ')}. Change that first.`,
    { current: users },
  )
}
