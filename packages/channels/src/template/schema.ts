import type { InputFault } from '@highwater/core'
import type { MessageKind, MessageTemplate } from '@highwater/core/notify'
import { z } from 'zod'
import { oneLine } from '../text/clean.ts'
import { splitFact } from './split-fact.ts'
import { parseTemplate } from './syntax.ts'
import { variablesFor } from './variable-facts.ts'

/** Characters of each part; far more than any message has room for. */
export const templateLimits = { headline: 200, text: 2_000, facts: 2_000 } as const

const part = (max: number) =>
  z
    .string()
    .max(max, `Use at most ${max} characters.`)
    .transform((text) => text.replaceAll('\r\n', '\n').trim())

/** The parts of a template. What its variables may be depends on the kind: see `templateFaults`. */
export const messageTemplateSchema = z.strictObject({
  headline: part(templateLimits.headline)
    .refine((text) => oneLine(text) !== '', 'Write a headline.')
    .refine((text) => !text.includes('\n'), 'A headline is one line.'),
  text: part(templateLimits.text).refine(
    (text) => oneLine(text) !== '',
    'Write at least one line.',
  ),
  facts: part(templateLimits.facts).default(''),
  detail: z.boolean().default(true),
})

/** What is wrong with a template for messages of this kind; each fault says where it stands. */
export function templateFaults(kind: MessageKind, template: MessageTemplate): InputFault[] {
  const known = variablesFor(kind)
  const faults: InputFault[] = []
  for (const path of ['headline', 'text', 'facts'] as const) {
    for (const { line, column, message } of parseTemplate(template[path], known).faults) {
      const place = path === 'headline' ? `Column ${column}` : `Line ${line}, column ${column}`
      faults.push({ path, message: `${place}: ${message}` })
    }
  }
  for (const [index, line] of template.facts.split('\n').entries()) {
    if (line.trim() === '' || splitFact(parseTemplate(line, known).pieces) !== null) continue
    const message = `Line ${index + 1}: write a label, a colon and a value.`
    faults.push({ path: 'facts', message })
  }
  return faults
}
