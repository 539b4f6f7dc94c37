import type { ProjectId, UserId } from '@highwater/core'
import { and, eq, notInArray } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { projectMaintainer } from '../../schema/index.ts'
import { findPerson } from '../find-owner.ts'

/**
 * Puts these people, by id or e-mail address, in the place of those who looked after the project,
 * and answers their addresses.
 * @throws AppError `invalid_input` with paths such as `maintainers[1]`
 */
export async function setMaintainers(
  tx: Transaction,
  projectId: ProjectId,
  references: readonly string[],
): Promise<string[]> {
  const people = new Map<UserId, string>()
  for (const [index, reference] of references.entries()) {
    const { id, email } = await findPerson(tx, reference, `maintainers[${index}]`)
    people.set(id, email)
    await tx.insert(projectMaintainer).values({ projectId, userId: id }).onConflictDoNothing()
  }
  const { userId } = projectMaintainer
  const others = people.size === 0 ? undefined : notInArray(userId, [...people.keys()])
  await tx.delete(projectMaintainer).where(and(eq(projectMaintainer.projectId, projectId), others))
  return [...people.values()].sort()
}
