import { setTimeout as pause } from 'node:timers/promises'
import type { ChannelTestId } from '@highwater/core'
import { traceSteps } from '@highwater/core/delivery'
import { getChannelTest } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'

const lookAgainMs = 100

export const getChannelTestOperation = defineOperation({
  method: 'GET',
  path: '/channels/tests/{testId}',
  id: 'getChannelTest',
  tag: 'channels',
  summary: 'Read what became of a test; waits for its end if asked to',
  access: 'channel.test',
  status: 200,
  query: z.strictObject({
    waitSeconds: z.coerce
      .number('Use 0–20 seconds.')
      .min(0, 'Use 0–20 seconds.')
      .max(20, 'Use 0–20 seconds.')
      .default(0),
  }),
  answer: z
    .object({
      state: z.enum(['pending', 'done']),
      outcome: z
        .enum(['delivered', 'partial', 'throttled', 'transient', 'rejected', 'unknown'])
        .nullable(),
      httpStatus: z.int().nullable(),
      code: z.string().nullable().describe("The provider's own code."),
      providerMessage: z.string().nullable(),
      refused: z.array(z.string()).describe('Whom it did not reach, though it was taken.'),
      durationMs: z.int().nullable(),
      steps: z
        .array(
          z.object({
            step: z.enum(traceSteps),
            atMs: z.int().describe('Since the attempt began.'),
            tookMs: z.int().describe('Since the step before it.'),
            found: z.string().nullable().describe('Such as an address, a protocol or a status.'),
          }),
        )
        .describe('What the attempt has passed so far.'),
      proxy: z.string().nullable().describe('Null for a direct connection.'),
      clockOffsetMs: z
        .int()
        .nullable()
        .describe("How far the receiver's clock is ahead of ours, by its Date header."),
      reason: z.string().nullable().describe('Our own closed reason, such as `keyword`.'),
    })
    .meta({ id: 'ChannelTest' }),
  async handle({ services, viewer, params, query: { waitSeconds }, signal }) {
    const until = performance.now() + waitSeconds * 1_000
    for (;;) {
      const result = await getChannelTest(services.db, viewer, params.testId as ChannelTestId)
      const isOver = result.state === 'done' || signal.aborted
      if (isOver || performance.now() + lookAgainMs > until) return result
      await pause(lookAgainMs)
    }
  },
})
