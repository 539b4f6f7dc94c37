import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion } from '../expect-version.ts'
import { changeTemplate } from './change-template.ts'
import { loadTemplate, templateResource } from './load-template.ts'

/** Goes back to the words that held before: those for all channels, or the built-in ones. */
export const resetMessageTemplate = defineCommand({
  action: 'template.write',
  input: z.strictObject({ template: idInput<'message-template'>(), expectedVersion }),
  load: (tx, input, context) => loadTemplate(tx, input.template, context),
  resource: templateResource,
  change: (tx, present, { expectedVersion: readVersion }, context) =>
    changeTemplate(
      tx,
      present,
      { content: null, origin: 'reset', restoredFrom: null, readVersion },
      context,
    ),
})
