import type { MessageTemplateId } from '@highwater/core'
import type { CommandContext } from '@highwater/db/commands'
import { getMessageTemplate } from '@highwater/db/queries'
import { toTemplate } from './template-answer.ts'

/** The template as it is now. */
export const readTemplate = async ({ db, actor }: CommandContext, id: string) =>
  toTemplate(await getMessageTemplate(db, actor, id as MessageTemplateId))
