import { z } from 'zod'
import type { HttpAnswer } from '../io.ts'
import { rejected, type Verdict } from '../outcome/code-table.ts'
import { readJson } from '../outcome/parse-json.ts'

const said = z.looseObject({
  status: z.string(),
  message: z.string().catch(''),
  errors: z.array(z.string()).catch([]),
})

export interface PagerdutyWords {
  readonly status: string
  readonly text: string
}

/** The words of an answer; null when it is none of PagerDuty's. */
export function wordsOf(answer: HttpAnswer): PagerdutyWords | null {
  const words = readJson(answer.text, said)
  if (words === null) return null
  return { status: words.status, text: [words.message, ...words.errors].join(': ') }
}

/** A key that is wrong is told in the same way as an event that is malformed. */
export const refusalOf = ({ status, text }: PagerdutyWords): Verdict =>
  /(routing|integration|service)[_ ]key|^invalid key/i.test(`${status} ${text}`)
    ? rejected('credentials', 'routing-key-refused')
    : rejected('content', 'malformed-request')
