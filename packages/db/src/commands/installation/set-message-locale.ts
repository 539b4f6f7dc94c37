import { messageLocales } from '@highwater/core'
import { z } from 'zod'
import { installation } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { lockInstallation } from '../lock-installation.ts'

const subject = { id: '1', name: 'Highwater' }

/** Sets the language of the messages that go to channels. */
export const setMessageLocale = defineCommand({
  action: 'installation.update',
  input: z.strictObject({ locale: z.enum(messageLocales) }),
  load: (tx) => lockInstallation(tx),
  resource: () => ({ department: null, subject }),
  async change(tx, present, { locale }) {
    if (locale === present.messageLocale) return { result: { locale }, unchanged: true }
    await tx.update(installation).set({ messageLocale: locale })
    const snapshots = {
      before: { messageLocale: present.messageLocale },
      after: { messageLocale: locale },
    }
    return {
      result: { locale },
      audit: [auditOf('installation.update', subject, snapshots)],
      topics: [],
    }
  },
})
