import { templateFaults } from '@highwater/channels/catalog'
import { AppError, type ChannelId, type MessageTemplateId } from '@highwater/core'
import type { MessageKind, MessageTemplate } from '@highwater/core/notify'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { foundOne } from '../../queries/not-found.ts'
import { departmentVisibleTo } from '../../queries/visible.ts'
import { channel, messageTemplate } from '../../schema/index.ts'
import type { ChangeContext } from '../context.ts'
import type { Resource } from '../refused.ts'

/** A template that the actor may see, locked. @throws AppError `not_found` */
export async function loadTemplate(
  tx: Transaction,
  id: MessageTemplateId,
  { actor }: ChangeContext,
) {
  const visible = departmentVisibleTo(actor, channel.departmentId, { shared: true })
  const rows = await tx
    .select({
      template: messageTemplate,
      departmentId: channel.departmentId,
      channelName: channel.name,
    })
    .from(messageTemplate)
    .leftJoin(channel, eq(channel.id, messageTemplate.channelId))
    .where(
      and(
        eq(messageTemplate.id, id),
        or(isNull(messageTemplate.channelId), and(isNull(channel.deletedAt), visible)),
      ),
    )
    .for('update', { of: messageTemplate })
  const { template, ...about } = foundOne(rows, 'template')
  return { ...template, ...about }
}

export type LoadedTemplate = Awaited<ReturnType<typeof loadTemplate>>

/** How people name a template. */
export const nameOfTemplate = ({
  kind,
  locale,
  channelName,
}: Pick<LoadedTemplate, 'kind' | 'locale' | 'channelName'>): string =>
  [kind, locale, ...(channelName === null ? [] : [channelName])].join(' ')

export const templateResource = (row: LoadedTemplate): Resource => ({
  department: row.departmentId,
  subject: { id: row.id, name: nameOfTemplate(row) },
})

/** @throws AppError `invalid_input` that says where each fault stands */
export function expectSound(kind: MessageKind, template: MessageTemplate): void {
  const faults = templateFaults(kind, template)
  const [first] = faults
  if (first) throw new AppError('invalid_input', `${first.path}: ${first.message}`, { faults })
}

/** The template of a kind, language and channel, locked; null where there has never been one. */
export async function findTemplate(
  tx: Transaction,
  scope: Pick<LoadedTemplate, 'kind' | 'locale'> & { readonly channelId: ChannelId | null },
) {
  const { kind, locale, channelId } = scope
  const [row] = await tx
    .select()
    .from(messageTemplate)
    .where(
      and(
        eq(messageTemplate.kind, kind),
        eq(messageTemplate.locale, locale),
        sql`${messageTemplate.channelId} is not distinct from ${channelId}::uuid`,
      ),
    )
    .for('update')
  return row ?? null
}
