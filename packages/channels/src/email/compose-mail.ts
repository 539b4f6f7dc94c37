import { createHash } from 'node:crypto'
import type { Instant } from '@highwater/core'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { EmailConfig } from './config.ts'
import type { EmailPayload } from './render.ts'
import { writeSheet } from './sheet.ts'

export interface MailIdentity {
  readonly deliveryId: string
  readonly incidentId: string
  readonly sentAt: Instant
}

const idOf = (text: string): string => text.replace(/[^A-Za-z0-9-]/g, '-')

/** RFC 2919: one list for each project, known by its name, and one for all else. */
function listIdOf(about: string | null, domain: string): string {
  if (about === null) return `<highwater.${domain}>`
  const readable = about.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 40)
  const hash = createHash('sha256').update(about).digest('hex').slice(0, 8)
  return `<${[readable.replace(/^-+|-+$/g, ''), hash].filter((part) => part !== '').join('-')}.highwater.${domain}>`
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function attachmentsOf({ attachment }: EmailPayload) {
  if (attachment === null) return []
  const { filename, sheet, rows } = attachment
  const content = Buffer.from(await writeSheet(sheet, rows))
  return [{ filename, content, contentType: spreadsheet }]
}

/**
 * The message in its RFC 5322 form. Its Message-ID follows from the delivery, so that a repeat
 * collapses with the first; all messages of an alert refer to one root that was never sent.
 */
export async function composeMail(
  payload: EmailPayload,
  config: EmailConfig,
  { deliveryId, incidentId, sentAt }: MailIdentity,
): Promise<Buffer> {
  const domain = config.from.address.split('@')[1] ?? 'localhost'
  const root = `<inc-${idOf(incidentId)}@${domain}>`
  const composer = new MailComposer({
    from: { name: config.from.name ?? 'Highwater', address: config.from.address },
    to: [...config.to],
    cc: [...config.cc],
    subject: payload.subject,
    text: payload.text,
    html: payload.html,
    date: new Date(sentAt),
    messageId: `<del-${idOf(deliveryId)}@${domain}>`,
    inReplyTo: root,
    references: [root],
    // Derived, not random: the same delivery makes the same bytes.
    baseBoundary: idOf(deliveryId),
    attachments: await attachmentsOf(payload),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      Precedence: 'bulk',
      'List-ID': listIdOf(payload.about, domain),
      'Content-Language': payload.language,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
