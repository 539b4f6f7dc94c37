import type { AddressedMessage } from '@highwater/core/notify'
import type { RenderedPayload } from '../kind.ts'
import { byteLength, fitToLimit } from '../text/bytes.ts'
import { type ComposedMessage, composeMessage, phrasesFor } from '../text/compose.ts'
import { plainText } from '../text/plain.ts'
import type { EmailConfig } from './config.ts'
import { htmlDocument } from './html.ts'

const projectOf = ({ message }: AddressedMessage): string | null =>
  message.kind === 'test' || message.kind === 'digest' ? null : (message.project?.name ?? null)

/** Far below what any provider refuses; a message of an alert is a few kilobytes. */
export const maxMailBytes = 1_000_000

export interface SheetAttachment {
  readonly filename: string
  readonly sheet: string
  readonly rows: readonly (readonly string[])[]
}

export interface EmailPayload extends RenderedPayload {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The rows of a spreadsheet, written when the mail is put together. */
  readonly attachment: SheetAttachment | null
  readonly language: string
  /** The project that it is about: what a mailbox may sort by. */
  readonly about: string | null
  /** Sent later to some of its recipients alone it is still worth something. */
  readonly waits: boolean
}

const sheetRows = (composed: ComposedMessage): SheetAttachment['rows'] => [
  ...composed.facts.map((fact) => [fact.label, fact.value]),
  ...(composed.list?.items ?? []).map(({ text, url }) => [text, url]),
  ...(composed.detail ? [[composed.detail.label, composed.detail.text]] : []),
  [composed.link.label, composed.link.url],
]

const sheetOf = (composed: ComposedMessage): SheetAttachment => ({
  filename: `alert-${composed.shortId}.xlsx`,
  sheet: composed.shortId,
  rows: sheetRows(composed),
})

function buildMail(addressed: AddressedMessage, config: EmailConfig, dataBytes: number) {
  const composed = composeMessage(addressed, dataBytes)
  const separator = phrasesFor(addressed.locale).labelSeparator
  const attached = config.content === 'attachment' || config.content === 'table+attachment'
  const table = config.content === 'table' || config.content === 'table+attachment'
  return {
    subject: composed.headline,
    text: `${plainText(composed, separator)}\n`,
    html: htmlDocument(composed, { language: addressed.locale, table, separator }),
    attachment: attached ? sheetOf(composed) : null,
  }
}

const sizeOf = (mail: ReturnType<typeof buildMail>): number =>
  byteLength(mail.subject) +
  byteLength(mail.text) +
  byteLength(mail.html) +
  byteLength((mail.attachment?.rows ?? []).flat().join(''))

export function renderEmail(addressed: AddressedMessage, config: EmailConfig): EmailPayload {
  const { rendered, shortened } = fitToLimit(
    (dataBytes) => buildMail(addressed, config, dataBytes),
    sizeOf,
    maxMailBytes,
  )
  return {
    ...rendered,
    language: addressed.locale,
    about: projectOf(addressed),
    waits: addressed.message.kind !== 'repeat' && addressed.message.kind !== 'test',
    bytes: sizeOf(rendered),
    shortened,
    preview: { title: rendered.subject, body: rendered.html, format: 'html' },
  }
}
