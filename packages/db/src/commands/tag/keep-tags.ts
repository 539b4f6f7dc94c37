import { AppError, type Instant } from '@highwater/core'
import { mostTags } from '@highwater/core/project'
import { count, inArray } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { tag } from '../../schema/index.ts'
import { lockInstallation } from '../lock-installation.ts'

/**
 * Adds the tags that nobody has used yet to those that there are.
 * @throws AppError `invalid_input` at `tags` when there would be too many
 */
export async function keepTags(
  tx: Transaction,
  names: readonly string[],
  now: Instant,
): Promise<void> {
  if (names.length === 0) return
  const isNew = async () => {
    const known = await tx
      .select({ name: tag.name })
      .from(tag)
      .where(inArray(tag.name, [...names]))
    const set = new Set(known.map(({ name }) => name))
    return [...new Set(names)].filter((name) => !set.has(name))
  }
  if ((await isNew()).length === 0) return
  // Two who add the last free one at the same moment must not both succeed.
  await lockInstallation(tx)
  const added = await isNew()
  const [row] = await tx.select({ count: count() }).from(tag)
  const present = row?.count ?? 0
  if (added.length > 0 && present + added.length > mostTags) {
    const message = `There are ${present} tags already, and at most ${mostTags} are kept. Use one of them, or delete one that is not needed.`
    throw new AppError('invalid_input', message, { faults: [{ path: 'tags', message }] })
  }
  if (added.length > 0) {
    await tx
      .insert(tag)
      .values(added.map((name) => ({ name, createdAt: now })))
      .onConflictDoNothing()
  }
}
