import { messageLocales } from '@highwater/core'
import { messageKinds } from '@highwater/core/notify'
import type { MessageTemplateItem } from '@highwater/db/queries'
import { z } from 'zod'
import { id, time } from '../../wire.ts'

export const templateContentAnswer = z.object({
  headline: z.string(),
  text: z.string(),
  facts: z.string(),
  detail: z.boolean(),
})

export const templateAnswer = z
  .object({
    id,
    kind: z.enum(messageKinds),
    locale: z.enum(messageLocales),
    channel: id.nullable().describe('Null: for every channel that has none of its own.'),
    channelName: z.string().nullable(),
    content: templateContentAnswer.nullable().describe('Null: it was reset.'),
    version: z.int(),
    changedAt: time,
    changedByName: z.string(),
  })
  .meta({ id: 'MessageTemplate' })

export const toTemplate = ({ department: _, ...template }: MessageTemplateItem) => template
