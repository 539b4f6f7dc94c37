import { isTimeZone, messageLocales } from '@highwater/core'
import { z } from 'zod'
import { installation } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { lockInstallation } from '../lock-installation.ts'

const subject = { id: '1', name: 'Highwater' }

/** How messages are written; what is left out stays as it is. */
export const installationPatch = z.strictObject({
  messageLocale: z.enum(messageLocales, 'Messages exist in zh-CN, zh-TW and en.').optional(),
  messageTimeZone: z
    .string()
    .refine(isTimeZone, 'Use the name of a time zone, such as Asia/Shanghai.')
    .optional()
    .describe('An IANA name, such as Asia/Shanghai.'),
})

/** Sets the language and the time zone of the messages that go to channels. */
export const updateInstallation = defineCommand({
  action: 'installation.update',
  input: installationPatch,
  load: (tx) => lockInstallation(tx),
  resource: () => ({ department: null, subject }),
  async change(tx, present, patch) {
    const before = {
      messageLocale: present.messageLocale,
      messageTimeZone: present.messageTimeZone ?? 'UTC',
    }
    const after = {
      messageLocale: patch.messageLocale ?? before.messageLocale,
      messageTimeZone: patch.messageTimeZone ?? before.messageTimeZone,
    }
    const isUnchanged =
      after.messageLocale === before.messageLocale &&
      after.messageTimeZone === before.messageTimeZone
    if (isUnchanged) return { result: after, unchanged: true }
    await tx.update(installation).set(after)
    return {
      result: after,
      audit: [auditOf('installation.update', subject, { before, after })],
      topics: [],
    }
  },
})
