import { AppError, toIso } from '@highwater/core'
import { signalLimits } from '@highwater/core/project'
import type { CommandContext } from '@highwater/db/commands'
import { ingestSignals } from '@highwater/db/ingest'
import { findPingedProject } from '@highwater/db/queries'
import { z } from 'zod'
import type { Services } from '../../../services.ts'
import { defineOperation, type Method } from '../../define-operation.ts'
import { rateLimit } from '../../rate-limit.ts'

/** In each web process. A token is one project's; behind an address there may be many. */
const passToken = rateLimit(5)
const passAddress = rateLimit(500)

const latencyRange = `Use seconds between 0 and ${signalLimits.latencySeconds}, such as 1.5.`
const query = z.strictObject({
  latency: z
    .string()
    .regex(/^\d{1,10}(\.\d{1,9})?$/, latencyRange)
    .transform(Number)
    .refine((seconds) => seconds <= signalLimits.latencySeconds, latencyRange)
    .optional()
    .describe('Seconds behind.'),
  at: z.iso
    .datetime({ offset: true, error: 'Use an ISO 8601 time such as 2026-01-31T12:00:00Z.' })
    .optional()
    .describe('When it was so; now, if left out.'),
})

/** What a heartbeat says beside its time and latency. */
type Said = { readonly state: 'running' | 'failed'; readonly message?: string }

interface PingCall {
  readonly services: Services
  readonly context: CommandContext
  readonly params: { readonly token: string }
}

const running: Said = { state: 'running' }

async function ping(
  { services: { db, metrics }, context, params: { token } }: PingCall,
  { latency, at }: z.output<typeof query>,
  said: Said,
): Promise<Response> {
  passAddress(context.origin.ip ?? 'unknown')
  passToken(token)
  const { id, now } = await findPingedProject(db, token)
  const latencySeconds = latency === undefined ? {} : { latencySeconds: latency }
  // A latency says by itself that the project runs, and in which step.
  const { state, ...more } = said
  const signal = {
    project: id,
    observedAt: at ?? toIso(now),
    ...latencySeconds,
    ...(latency !== undefined && state === 'running' ? {} : { state }),
    ...more,
  }
  const { rejected } = await ingestSignals(db, [signal], {
    origin: 'pushed',
    mayWrite: () => true,
  })
  metrics.signals.inc({ result: rejected.length === 0 ? 'accepted' : 'rejected' })
  const [refusal] = rejected
  if (refusal) {
    const { code, message } = refusal
    if (code === 'deleted' || code === 'released') throw new AppError('conflict', message)
    // The latency has been checked before: what is refused here is the time.
    throw new AppError('invalid_input', message, { faults: [{ path: 'at', message }] })
  }
  return new Response('OK', { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

function saidByExitCode(text: string): Said {
  if (!/^\d{1,3}$/.test(text) || Number(text) > 255) {
    throw new AppError('not_found', 'After the token comes start, fail or an exit code (0–255).')
  }
  return Number(text) === 0 ? running : { state: 'failed', message: `Exit code ${Number(text)}` }
}

const common = { tag: 'signals', access: 'public', status: 200, query } as const

/** A heartbeat address takes both methods, so that anything that can fetch a page can send one. */
const operationsFor = (method: Method, verb: string) => [
  defineOperation({
    ...common,
    method,
    path: '/ping/{token}',
    id: `${verb}Ping`,
    summary: 'Say that a project is running, and how far behind',
    handle: (call) => ping(call, call.query, running),
  }),
  defineOperation({
    ...common,
    method,
    path: '/ping/{token}/start',
    id: `${verb}PingStart`,
    summary: 'Say that a project has started',
    handle: (call) => ping(call, call.query, running),
  }),
  defineOperation({
    ...common,
    method,
    path: '/ping/{token}/fail',
    id: `${verb}PingFail`,
    summary: 'Say that a project has failed',
    handle: (call) => ping(call, call.query, { state: 'failed' }),
  }),
  defineOperation({
    ...common,
    method,
    path: '/ping/{token}/{exitCode}',
    id: `${verb}PingExitCode`,
    summary: 'Say how a command ended: 0 is well, anything else is a failure',
    handle: (call) => ping(call, call.query, saidByExitCode(call.params.exitCode)),
  }),
]

export const pingOperations = [...operationsFor('GET', 'get'), ...operationsFor('POST', 'post')]
