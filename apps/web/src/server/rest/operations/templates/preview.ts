import {
  channelKindNames,
  exampleConfigOf,
  measureOf,
  messageTemplateSchema,
  renderFor,
  sampleMessage,
  templateFaults,
} from '@highwater/channels/catalog'
import { AppError, messageLocales } from '@highwater/core'
import { messageKinds } from '@highwater/core/notify'
import { readInstallation, readRecentMessage } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'

export const previewTemplateOperation = defineOperation({
  method: 'POST',
  path: '/templates/preview',
  id: 'previewTemplate',
  tag: 'templates',
  summary: 'Show what a kind of channel would make of a template',
  access: 'template.read',
  status: 200,
  body: messageTemplateSchema.extend({
    kind: z.enum(messageKinds),
    locale: z.enum(messageLocales),
    channelKind: z.enum(channelKindNames),
    with: z
      .enum(['sample', 'recent'])
      .default('sample')
      .describe('A made-up message, or the newest real one of this kind if there is any.'),
  }),
  answer: z
    .object({
      title: z.string(),
      body: z.string(),
      format: z.enum(['text', 'markdown', 'html', 'json']),
      used: z.int(),
      limit: z.int(),
      unit: z.enum(['bytes', 'characters']),
      shortened: z.boolean(),
    })
    .meta({ id: 'TemplatePreview' }),
  async handle({ services, viewer, context, body }) {
    const { kind, locale, channelKind, with: source, ...template } = body
    const [fault, ...faults] = templateFaults(kind, template)
    if (fault) throw new AppError('invalid_input', fault.message, { faults: [fault, ...faults] })
    const sample = { kind, locale, channelName: channelKind, consoleUrl: context.consoleUrl }
    const { messageTimeZone: timeZone } = await readInstallation(services.db, viewer)
    const recent = source === 'recent' ? await readRecentMessage(services.db, viewer, kind) : null
    const message = recent ?? sampleMessage(sample)
    const addressed = { message, locale, timeZone, template }
    const rendered = renderFor(channelKind, addressed, exampleConfigOf(channelKind))
    const { shortened, preview } = rendered
    return { ...preview, ...measureOf(channelKind, rendered), shortened }
  },
})
