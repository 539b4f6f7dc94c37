import { AppError, isId } from '@highwater/core'
import { type Action, can, permissions } from '@highwater/core/permissions'
import { type CommandContext, Refused } from '@highwater/db/commands'
import { RefusedRead } from '@highwater/db/queries'
import { stranger } from '../auth/identify.ts'
import { commandContext } from '../command-context.ts'
import { describeFailure } from '../describe-failure.ts'
import { requestOrigin } from '../request-origin.ts'
import { isSameOrigin } from '../same-origin.ts'
import type { Services } from '../services.ts'
import { apiRoot } from './api-root.ts'
import type { Arrival, Operation } from './define-operation.ts'
import { createFinder, type Found, MethodNotAllowed } from './find-operation.ts'
import { identifyCaller } from './identify-caller.ts'
import { problemResponse } from './problem.ts'

const changesSomething = (request: Request) => !['GET', 'HEAD'].includes(request.method)

async function authenticate(
  request: Request,
  services: Services,
  requestId: string,
  { access }: Operation,
): Promise<CommandContext> {
  const { headers } = request
  const origin = requestOrigin(headers, requestId)
  if (access === 'public') return commandContext(services, stranger, origin)
  const caller = await identifyCaller(headers, services, origin)
  const byCookie = caller.signedIn !== null
  if (byCookie && changesSomething(request)) {
    if (!isSameOrigin(headers, services.environment.HIGHWATER_URL)) {
      throw new AppError('forbidden', 'With a cookie, changes are taken from the console only.')
    }
  }
  return commandContext(services, caller, origin)
}

/**
 * Refuses a token whose scope can never allow this, before its input is looked at. What is refused
 * for the sake of one thing is refused where that thing has been read.
 */
async function expectScope(
  { refusals }: Services,
  context: CommandContext,
  action: Action,
): Promise<void> {
  const { actor } = context
  if (actor.type !== 'token') return
  const scopes: readonly string[] = permissions[action].scopes
  const decision = can(actor, action, {})
  if (scopes.includes(actor.scope) || decision.allowed) return
  await refusals.note(context, { action, reason: decision.because })
  throw new Refused(decision.because, {})
}

/** Runs an operation; a read that is refused is written down, as commands do with changes. */
async function runNoting(operation: Operation, arrival: Arrival): Promise<unknown> {
  try {
    return await operation.run(arrival)
  } catch (error) {
    if (error instanceof RefusedRead) {
      const { action, because: reason } = error
      await arrival.services.refusals.note(arrival.context, { action, reason })
    }
    throw error
  }
}

/** What is named `id` in a path is a UUID; anything else cannot exist. */
function expectIds(params: Found['params']): void {
  for (const [name, value] of Object.entries(params)) {
    if (/id$/i.test(name) && !isId(value)) {
      throw new AppError('not_found', `There is nothing with the id "${value.slice(0, 60)}".`)
    }
  }
}

function toResponse(operation: Operation, result: unknown): Response {
  if (result instanceof Response) return result
  if (operation.answer === null) return new Response(null, { status: operation.status })
  return new Response(JSON.stringify(operation.answer.parse(result)), {
    status: operation.status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
}

interface Failing {
  readonly error: unknown
  /** Named in the log: a path may hold a secret, as that of a heartbeat does. */
  readonly operation: string
  readonly id: string
}

function failed(request: Request, services: Services, { error, operation, id }: Failing): Response {
  if (error instanceof MethodNotAllowed) {
    const { allow } = error
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } })
    return problemResponse(describeFailure(error, id), {
      code: 'method_not_allowed',
      headers: { allow },
    })
  }
  const failure = describeFailure(error, id)
  if (failure.code === 'unexpected') {
    services.log.error({ err: error, requestId: id, operation }, 'failed')
  }
  if (failure.code === 'unavailable')
    services.log.warn({ err: error, requestId: id }, 'unavailable')
  return problemResponse(failure)
}

/**
 * Answers every request under `/api/v1`, well or badly formed. A body that has been gathered comes beside
 * its request; only the operation that takes it so is led here that way.
 */
export function createDispatcher(operations: readonly Operation[]) {
  const find = createFinder(operations)
  return async (
    request: Request,
    services: Services,
    gathered: Arrival['gathered'] = null,
  ): Promise<Response> => {
    const began = performance.now()
    const requestId = crypto.randomUUID()
    let operationId = 'none'
    let response: Response
    try {
      const url = new URL(request.url)
      const { operation, params } = find(request.method, url.pathname.slice(apiRoot.length))
      operationId = operation.id
      const context = await authenticate(request, services, requestId, operation)
      if (operation.access !== 'public') await expectScope(services, context, operation.access)
      expectIds(params)
      const result = await runNoting(operation, {
        request,
        gathered,
        url,
        services,
        params,
        context,
      })
      response = toResponse(operation, result)
    } catch (error) {
      response = failed(request, services, { error, operation: operationId, id: requestId })
    }
    const { requests, requestSeconds } = services.metrics
    requestSeconds.observe({ operation: operationId }, (performance.now() - began) / 1_000)
    requests.inc({ operation: operationId, status: response.status })
    response.headers.set('x-request-id', requestId)
    return response
  }
}
