import type { MessageTemplateId } from '@highwater/core'
import type { MessageTemplate } from '@highwater/core/notify'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { messageTemplate, type TemplateOrigin } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import type { ChangeContext } from '../context.ts'
import type { Changed, Unchanged } from '../define-command.ts'
import { expectVersion } from '../expect-version.ts'
import { isSame } from '../same.ts'
import { expectSound, type LoadedTemplate, nameOfTemplate } from './load-template.ts'
import { writeVersion } from './write-version.ts'

export interface TemplateChange {
  readonly content: MessageTemplate | null
  readonly origin: TemplateOrigin
  readonly restoredFrom: number | null
  /** The version that the editor was looking at. */
  readonly readVersion: number | undefined
}

export interface TemplateWritten {
  readonly id: MessageTemplateId
  readonly version: number
}

/** Writes the next version of a template; words that are in force already make none. */
export async function changeTemplate(
  tx: Transaction,
  present: LoadedTemplate,
  { content, origin, restoredFrom, readVersion }: TemplateChange,
  context: ChangeContext,
): Promise<Changed<TemplateWritten> | Unchanged<TemplateWritten>> {
  const { id } = present
  const current = { id, version: present.version, ...present.content }
  expectVersion('template', present.version, readVersion, current)
  if (isSame(content, present.content)) {
    return { result: { id, version: present.version }, unchanged: true }
  }
  // An old version may use what has been taken away since.
  if (content !== null) expectSound(present.kind, content)
  const version = present.version + 1
  await tx
    .update(messageTemplate)
    .set({ version, content, changedAt: context.now })
    .where(eq(messageTemplate.id, id))
  await writeVersion(tx, { templateId: id, version, content, origin, restoredFrom }, context)
  const operation = content === null ? 'deletion' : 'modification'
  const subject = { id, name: nameOfTemplate(present) }
  return {
    result: { id, version },
    audit: [
      auditOf(
        'template.write',
        subject,
        { before: present.content, after: content },
        { operation },
      ),
    ],
    topics: ['channels'],
  }
}
