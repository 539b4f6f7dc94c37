import { messageTemplateSchema, startingTemplate } from '@highwater/channels/catalog'
import { idInput } from '../../queries/inputs.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion } from '../expect-version.ts'
import { changeTemplate } from './change-template.ts'
import { loadTemplate, templateResource } from './load-template.ts'

const { headline, text, facts, detail } = messageTemplateSchema.shape

/** Changes the words of a template; parts that are left out stay. */
export const updateMessageTemplate = defineCommand({
  action: 'template.write',
  input: messageTemplateSchema.extend({
    headline: headline.optional(),
    text: text.optional(),
    facts: facts.unwrap().optional(),
    detail: detail.unwrap().optional(),
    template: idInput<'message-template'>(),
    expectedVersion,
  }),
  load: (tx, input, context) => loadTemplate(tx, input.template, context),
  resource: templateResource,
  change(tx, present, input, context) {
    const before = present.content ?? startingTemplate(present.kind, present.locale)
    const content = {
      headline: input.headline ?? before.headline,
      text: input.text ?? before.text,
      facts: input.facts ?? before.facts,
      detail: input.detail ?? before.detail,
    }
    const { expectedVersion: readVersion } = input
    const change = { content, origin: 'edit', restoredFrom: null, readVersion } as const
    return changeTemplate(tx, present, change, context)
  },
})
