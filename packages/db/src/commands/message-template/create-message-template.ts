import { messageTemplateSchema } from '@highwater/channels/catalog'
import { AppError, messageLocales } from '@highwater/core'
import { messageKinds } from '@highwater/core/notify'
import { z } from 'zod'
import { newId } from '../../client/new-id.ts'
import { idInput } from '../../queries/inputs.ts'
import { messageTemplate } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { loadChannel } from '../channel/load-channel.ts'
import { unlessTaken } from '../database-fault.ts'
import { defineCommand } from '../define-command.ts'
import { changeTemplate } from './change-template.ts'
import { expectSound, findTemplate, nameOfTemplate } from './load-template.ts'
import { writeVersion } from './write-version.ts'

const taken = 'There is a template for this kind, language and channel already. Change that one.'

export const createMessageTemplateInput = messageTemplateSchema.extend({
  kind: z.enum(messageKinds),
  locale: z.enum(messageLocales),
  /** Left out or null: for every channel that has none of its own. */
  channel: idInput<'channel'>().nullable().optional(),
})

/** Gives messages of a kind and language words of one's own, everywhere or through one channel. */
export const createMessageTemplate = defineCommand({
  action: 'template.write',
  input: createMessageTemplateInput,
  async load(tx, { kind, locale, channel = null }, context) {
    const through = channel === null ? null : await loadChannel(tx, channel, context)
    const present = await findTemplate(tx, { kind, locale, channelId: channel })
    const departmentId = through?.departmentId ?? null
    return { present, departmentId, channelName: through?.name ?? null }
  },
  resource: ({ departmentId }) => ({ department: departmentId }),
  async change(tx, { present, ...about }, input, context) {
    const { kind, locale, channel: channelId = null, ...content } = input
    if (present !== null && present.content !== null) {
      throw new AppError('conflict', taken, { faults: [{ path: 'kind', message: taken }] })
    }
    expectSound(kind, content)
    const written = { content, origin: 'edit', restoredFrom: null } as const
    if (present !== null) {
      const change = { ...written, readVersion: undefined }
      return changeTemplate(tx, { ...present, ...about }, change, context)
    }
    const id = newId<'message-template'>()
    const row = { id, kind, locale, channelId, version: 1, content, changedAt: context.now }
    await unlessTaken(tx.insert(messageTemplate).values(row), 'message_template_of_each', {
      path: 'kind',
      message: taken,
    })
    await writeVersion(tx, { templateId: id, version: 1, ...written }, context)
    const subject = { id, name: nameOfTemplate({ ...row, ...about }) }
    return {
      result: { id, version: 1 },
      audit: [auditOf('template.write', subject, { after: content }, { operation: 'creation' })],
      topics: ['channels'],
    }
  },
})
