import { AppError } from '@highwater/core'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { messageTemplateVersion } from '../../schema/index.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion } from '../expect-version.ts'
import { changeTemplate } from './change-template.ts'
import { loadTemplate, templateResource } from './load-template.ts'

/** Brings the words of an old version back as a new one, which says where they came from. */
export const restoreMessageTemplate = defineCommand({
  action: 'template.write',
  input: z.strictObject({
    template: idInput<'message-template'>(),
    restore: z.int().min(1),
    expectedVersion,
  }),
  async load(tx, { template, restore }, context) {
    const present = await loadTemplate(tx, template, context)
    const [old] = await tx
      .select({ content: messageTemplateVersion.content })
      .from(messageTemplateVersion)
      .where(
        and(
          eq(messageTemplateVersion.templateId, template),
          eq(messageTemplateVersion.version, restore),
        ),
      )
    if (!old) throw new AppError('not_found', `There is no version ${restore} of this template.`)
    return { ...present, old: old.content }
  },
  resource: templateResource,
  change: (tx, { old, ...present }, { restore, expectedVersion: readVersion }, context) =>
    changeTemplate(
      tx,
      present,
      { content: old, origin: 'restore', restoredFrom: restore, readVersion },
      context,
    ),
})
