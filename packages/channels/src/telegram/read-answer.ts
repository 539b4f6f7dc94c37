import { type Instant, plus, seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { z } from 'zod'
import type { HttpAnswer, NetworkFailure } from '../io.ts'
import type { DescribeAttempt } from '../outcome/attempt-detail.ts'
import { delivered } from '../outcome/code-table.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { outcomeOfStatus } from '../outcome/of-status.ts'
import { outcomeOfVerdict } from '../outcome/of-verdict.ts'
import { readJson } from '../outcome/parse-json.ts'
import { isMarkupFault, verdictOf } from './codes.ts'

const accepted = z.looseObject({
  ok: z.literal(true),
  result: z.looseObject({ message_id: z.number() }),
})

const refused = z.looseObject({
  ok: z.literal(false),
  error_code: z.number(),
  description: z.string().catch(''),
  parameters: z
    .looseObject({
      retry_after: z.number().nonnegative().max(86_400).optional().catch(undefined),
      migrate_to_chat_id: z.number().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
})

/** What a refusal asks to be done differently, once. */
export type Remedy =
  | { readonly kind: 'other-chat'; readonly chatId: string }
  | { readonly kind: 'no-markup' }

export function remedyOf(result: HttpAnswer | NetworkFailure): Remedy | null {
  const said = result.kind === 'answer' ? readJson(result.text, refused) : null
  if (said === null) return null
  const moved = said.parameters?.migrate_to_chat_id
  if (moved !== undefined) return { kind: 'other-chat', chatId: String(moved) }
  return isMarkupFault(said.error_code, said.description) ? { kind: 'no-markup' } : null
}

/** The id of the message that was sent; null where none was. */
export const messageIdOf = (result: HttpAnswer | NetworkFailure): number | null =>
  result.kind === 'answer' ? (readJson(result.text, accepted)?.result.message_id ?? null) : null

/** What an answer of the bot API means: `ok` must be true, whatever the status says. */
export function outcomeOf(
  result: HttpAnswer | NetworkFailure,
  shortened: boolean,
  now: Instant,
  describe: DescribeAttempt,
): SendOutcome {
  if (result.kind === 'failed') return outcomeOfFailure(result, describe)
  const done = readJson(result.text, accepted)
  if (done !== null && result.status === 200) {
    const said = { answer: result, code: 'ok', text: `message ${done.result.message_id}` }
    return outcomeOfVerdict(delivered, said, shortened, now, describe)
  }
  const said = readJson(result.text, refused)
  if (said === null) return outcomeOfStatus(result, now, describe)
  const wait = said.parameters?.retry_after
  const words = {
    answer: result,
    code: said.error_code,
    text: said.description,
    retryAt: wait === undefined ? null : plus(now, seconds(wait)),
  }
  const verdict = verdictOf(said.error_code, said.description)
  return outcomeOfVerdict(verdict, words, shortened, now, describe)
}
