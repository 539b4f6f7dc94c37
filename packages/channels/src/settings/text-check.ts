import { z } from 'zod'
import { optionalText } from './common.ts'

const isRegularExpression = (source: string): boolean => {
  try {
    return new RegExp(source, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/** What the text of an answer has to be: like an expression, or JSON with these keys and values. */
export const textCheckFields = {
  regex: optionalText(500).refine(
    (source) => source === undefined || isRegularExpression(source),
    'This is no valid regular expression.',
  ),
  json: z.record(z.string(), z.json()).optional(),
}

export const textCheck = z.strictObject(textCheckFields)
export type TextCheck = z.output<typeof textCheck>
