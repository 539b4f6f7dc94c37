import type { Instant } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { z } from 'zod'
import type { HttpAnswer } from '../io.ts'
import type { DescribeAttempt } from './attempt-detail.ts'
import type { Verdict } from './code-table.ts'
import { outcomeOfStatus } from './of-status.ts'
import { outcomeOfVerdict } from './of-verdict.ts'
import { readJson } from './parse-json.ts'

const words = z.string().catch('')

/** A gateway in front of the provider gives its own reason in the fields that begin with `sub`. */
const errcodeAnswer = z
  .looseObject({ errcode: z.number(), errmsg: words, sub_code: words, sub_msg: words })
  .transform(({ errcode, errmsg, sub_code, sub_msg }) => ({
    errcode,
    errmsg: [errmsg, sub_code, sub_msg].filter((text) => text !== '').join(' '),
  }))

export type ErrcodeAnswer = z.output<typeof errcodeAnswer>

/** The `errcode` of an answer with status 2xx; null where there is none to read. */
export const readErrcode = (answer: HttpAnswer): ErrcodeAnswer | null =>
  answer.status >= 200 && answer.status < 300 ? readJson(answer.text, errcodeAnswer) : null

/** What an answer in the form `{ errcode, errmsg }` means: DingTalk's and WeCom's. */
export function outcomeOfErrcode(
  answer: HttpAnswer,
  verdictOf: (code: number, text: string) => Verdict,
  shortened: boolean,
  now: Instant,
  describe: DescribeAttempt,
): SendOutcome {
  const said = readErrcode(answer)
  if (said === null) return outcomeOfStatus(answer, now, describe)
  const { errcode: code, errmsg: text } = said
  return outcomeOfVerdict(verdictOf(code, text), { answer, code, text }, shortened, now, describe)
}
