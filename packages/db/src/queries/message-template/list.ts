import {
  type ChannelId,
  type DepartmentId,
  type Instant,
  isId,
  type MessageLocale,
  type MessageTemplateId,
} from '@highwater/core'
import type { MessageKind, MessageTemplate } from '@highwater/core/notify'
import type { Actor } from '@highwater/core/permissions'
import { and, asc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { channel, messageTemplate, messageTemplateVersion } from '../../schema/index.ts'
import { foundOne, notFound } from '../not-found.ts'
import { permit } from '../permit.ts'
import { departmentVisibleTo } from '../visible.ts'

/** What messages of one kind and language say, and who wrote it. */
export interface MessageTemplateItem {
  readonly id: MessageTemplateId
  readonly kind: MessageKind
  readonly locale: MessageLocale
  readonly channel: ChannelId | null
  readonly channelName: string | null
  /** Of the channel; null where everybody is concerned. */
  readonly department: DepartmentId | null
  readonly version: number
  /** Null: it was reset. */
  readonly content: MessageTemplate | null
  readonly changedAt: Instant
  readonly changedByName: string
}

const columns = {
  id: messageTemplate.id,
  kind: messageTemplate.kind,
  locale: messageTemplate.locale,
  channel: messageTemplate.channelId,
  channelName: channel.name,
  department: channel.departmentId,
  version: messageTemplate.version,
  content: messageTemplate.content,
  changedAt: messageTemplate.changedAt,
  changedByName: messageTemplateVersion.createdByName,
}

const select = (db: Database, viewer: Actor, condition: SQL | undefined) =>
  db.orm
    .select(columns)
    .from(messageTemplate)
    .innerJoin(
      messageTemplateVersion,
      and(
        eq(messageTemplateVersion.templateId, messageTemplate.id),
        eq(messageTemplateVersion.version, messageTemplate.version),
      ),
    )
    .leftJoin(channel, eq(channel.id, messageTemplate.channelId))
    .where(
      and(
        or(
          isNull(messageTemplate.channelId),
          and(
            isNull(channel.deletedAt),
            departmentVisibleTo(viewer, channel.departmentId, { shared: true }),
          ),
        ),
        condition,
      ),
    )
    .orderBy(sql`${channel.name} nulls first`, asc(messageTemplate.kind), messageTemplate.locale)

const mostTemplates = 1_000

/** The templates in force: first those for all channels. */
export async function listMessageTemplates(
  db: Database,
  viewer: Actor,
): Promise<MessageTemplateItem[]> {
  permit(viewer, 'template.read')
  return select(db, viewer, isNotNull(messageTemplate.content)).limit(mostTemplates)
}

/** Also one that was reset. @throws AppError `not_found` */
export async function getMessageTemplate(
  db: Database,
  viewer: Actor,
  id: MessageTemplateId,
): Promise<MessageTemplateItem> {
  permit(viewer, 'template.read')
  if (!isId(id)) throw notFound('template')
  return foundOne(await select(db, viewer, eq(messageTemplate.id, id)), 'template')
}

/** The template of exactly this kind, language and channel, also one that was reset; else null. */
export async function findMessageTemplate(
  db: Database,
  viewer: Actor,
  scope: Pick<MessageTemplateItem, 'kind' | 'locale' | 'channel'>,
): Promise<MessageTemplateItem | null> {
  permit(viewer, 'template.read')
  const [found] = await select(
    db,
    viewer,
    and(
      eq(messageTemplate.kind, scope.kind),
      eq(messageTemplate.locale, scope.locale),
      sql`${messageTemplate.channelId} is not distinct from ${scope.channel}::uuid`,
    ),
  )
  return found ?? null
}
