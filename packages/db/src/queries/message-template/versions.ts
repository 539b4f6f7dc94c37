import type { Instant, MessageTemplateId } from '@highwater/core'
import type { MessageTemplate } from '@highwater/core/notify'
import type { Actor } from '@highwater/core/permissions'
import { desc, eq } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { messageTemplateVersion, type TemplateOrigin } from '../../schema/index.ts'
import { getMessageTemplate } from './list.ts'

export interface TemplateVersion {
  readonly version: number
  readonly content: MessageTemplate | null
  readonly createdAt: Instant
  readonly createdByName: string
  readonly origin: TemplateOrigin
  readonly restoredFrom: number | null
}

const mostVersions = 200

/** The newest versions of a template, the one in force first. @throws AppError `not_found` */
export async function listTemplateVersions(
  db: Database,
  viewer: Actor,
  id: MessageTemplateId,
): Promise<TemplateVersion[]> {
  await getMessageTemplate(db, viewer, id)
  const { version, content, createdAt, createdByName, origin, restoredFrom } =
    messageTemplateVersion
  return db.orm
    .select({ version, content, createdAt, createdByName, origin, restoredFrom })
    .from(messageTemplateVersion)
    .where(eq(messageTemplateVersion.templateId, id))
    .orderBy(desc(version))
    .limit(mostVersions)
}
