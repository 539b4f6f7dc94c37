import { AppError, type DepartmentId } from '@highwater/core'
import { and, eq, isNull, or } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { channelKindSwitch, installation } from '../../schema/index.ts'

/**
 * Keeps whoever switches a kind waiting, so that no channel that is made meanwhile is missed.
 * @throws AppError `invalid_input` at `kind` where the kind is switched off, with the reason given
 */
export async function expectKindAllowed(
  tx: Transaction,
  kind: string,
  department: DepartmentId | null,
): Promise<void> {
  await tx.select({ id: installation.id }).from(installation).for('share')
  const [off] = await tx
    .select({ note: channelKindSwitch.note })
    .from(channelKindSwitch)
    .where(
      and(
        eq(channelKindSwitch.kind, kind),
        or(
          isNull(channelKindSwitch.departmentId),
          department === null ? undefined : eq(channelKindSwitch.departmentId, department),
        ),
      ),
    )
    .limit(1)
  if (off === undefined) return
  const because = off.note === '' ? '' : ` Reason given: ${off.note}`
  const message = `Channels of this kind are switched off.${because}`
  throw new AppError('invalid_input', message, { faults: [{ path: 'kind', message }] })
}
