import { messageLocales } from '@highwater/core'
import { installationPatch, setMailChannel, updateInstallation } from '@highwater/db/commands'
import { readInstallation } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { named, time } from '../../wire.ts'

const installationAnswer = z
  .object({
    messageLocale: z.enum(messageLocales),
    messageTimeZone: z.string().describe('In which messages write their times.'),
    mailChannel: named
      .extend({ enabled: z.boolean() })
      .nullable()
      .describe('Carries the mail to people at their own addresses.'),
    createdAt: time,
  })
  .meta({ id: 'Installation' })

export const readInstallationOperation = defineOperation({
  method: 'GET',
  path: '/installation',
  id: 'readInstallation',
  tag: 'people',
  summary: 'Read what holds for the whole installation',
  access: 'policy.read',
  status: 200,
  answer: installationAnswer,
  handle: ({ services, viewer }) => readInstallation(services.db, viewer),
})

export const updateInstallationOperation = defineOperation({
  method: 'PATCH',
  path: '/installation',
  id: 'updateInstallation',
  tag: 'people',
  summary: 'Set the language and the time zone of messages',
  access: 'installation.update',
  status: 200,
  body: installationPatch,
  answer: installationAnswer,
  async handle({ context, services, viewer, body }) {
    await updateInstallation(context, body)
    return readInstallation(services.db, viewer)
  },
})

export const setMailChannelOperation = defineOperation({
  method: 'PUT',
  path: '/installation/mail-channel',
  id: 'setMailChannel',
  tag: 'people',
  summary: 'Name the channel that carries mail to people; null for none',
  access: 'installation.update',
  status: 200,
  body: z.strictObject({ channel: z.uuid('This is not an id.').nullable() }),
  answer: installationAnswer,
  async handle({ context, services, viewer, body }) {
    await setMailChannel(context, body)
    return readInstallation(services.db, viewer)
  },
})
