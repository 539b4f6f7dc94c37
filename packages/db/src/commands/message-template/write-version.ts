import type { MessageTemplateId } from '@highwater/core'
import type { MessageTemplate } from '@highwater/core/notify'
import type { Transaction } from '../../client/connect.ts'
import { messageTemplateVersion, type TemplateOrigin } from '../../schema/index.ts'
import type { ChangeContext } from '../context.ts'

export interface NewVersion {
  readonly templateId: MessageTemplateId
  readonly version: number
  /** Null: the next wider words hold again. */
  readonly content: MessageTemplate | null
  readonly origin: TemplateOrigin
  /** The version whose words are brought back. */
  readonly restoredFrom: number | null
}

/** Keeps what was written, by whom and when. */
export async function writeVersion(
  tx: Transaction,
  version: NewVersion,
  { actor, actorName, now }: ChangeContext,
): Promise<void> {
  await tx.insert(messageTemplateVersion).values({
    ...version,
    createdAt: now,
    createdBy: actor.type === 'user' ? actor.id : null,
    createdByName: actorName,
  })
}
