import { AppError, type ErrorCode, expectStorable } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { Database } from '@highwater/db/client'
import type { CommandContext } from '@highwater/db/commands'
import { RefusedRead } from '@highwater/db/queries'
import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { z } from 'zod'
import { describeFailure } from './describe-failure.ts'
import { showFailure } from './failure-shown.ts'
import { isSameOrigin } from './same-origin.ts'
import type { TrpcContext } from './trpc-context.ts'

/** The one place where a code of ours becomes one of tRPC's. */
const trpcCodes = {
  malformed: 'BAD_REQUEST',
  invalid_input: 'UNPROCESSABLE_CONTENT',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  in_use: 'CONFLICT',
  too_large: 'PAYLOAD_TOO_LARGE',
  rate_limited: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
  unexpected: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<ErrorCode | 'unexpected', TRPCError['code']>

const keepAliveMs = 15_000

const t = initTRPC.context<TrpcContext>().create({
  transformer: superjson,
  sse: {
    ping: { enabled: true, intervalMs: keepAliveMs },
    client: { reconnectAfterInactivityMs: 3 * keepAliveMs },
  },
  errorFormatter({ shape, error, ctx }) {
    const requestId = ctx?.command.origin.id ?? ''
    const described = describeFailure(error.cause ?? error, requestId)
    const failure = showFailure(described, ctx?.headers ?? null, requestId)
    return {
      message: described.message,
      code: shape.code,
      data: { ...shape.data, stack: undefined, failure },
    }
  },
})

export const { router, createCallerFactory } = t

const mapped = t.procedure.use(async ({ ctx, type, next }) => {
  if (type === 'mutation' && !isSameOrigin(ctx.headers, ctx.command.consoleUrl)) {
    throw new TRPCError({
      code: 'FORBIDDEN',
      cause: new AppError('forbidden', 'This request did not come from the console.'),
    })
  }
  const result = await next()
  if (result.ok) return result
  const cause = result.error.cause
  if (cause instanceof RefusedRead) {
    const { action, because: reason } = cause
    await ctx.services.refusals.note(ctx.command, { action, reason })
  }
  const { code } = describeFailure(cause ?? result.error, ctx.command.origin.id)
  if (code === 'unexpected') return result
  throw new TRPCError({ code: trpcCodes[code], cause })
})

const checked = mapped.use(async ({ getRawInput, next }) => {
  expectStorable(await getRawInput())
  return next()
})

/** The refusal of whoever has no session, or none any more. */
export const notSignedIn = (): TRPCError =>
  new TRPCError({
    code: 'UNAUTHORIZED',
    cause: new AppError('unauthenticated', 'Sign in first.'),
  })

/** For people who are signed in: everything but the gate. */
export const signedIn = checked.use(({ ctx, next }) => {
  const { signedIn: session } = ctx.caller
  if (session === null) throw notSignedIn()
  return next({ ctx: { ...ctx, session, viewer: ctx.caller.actor } })
})

// Commands and queries check their input themselves, with the very schemas that name its type.
const input = <Input>() => z.custom<Input>()

/** A procedure that is a command. */
export const changes = <Input, Output>(
  command: (context: CommandContext, given: Input) => Promise<Output>,
) =>
  signedIn
    .input(input<Input>())
    .mutation(({ ctx, input: given }) => command(ctx.command, given as Input))

/** A procedure that is a query with an input. */
export const reads = <Input, Output>(
  query: (db: Database, viewer: Actor, given: Input) => Promise<Output>,
) =>
  signedIn
    .input(input<Input>())
    .query(({ ctx, input: given }) => query(ctx.services.db, ctx.viewer, given as Input))

/** A procedure that reads one thing by its id. */
export const readsOne = <Id, Output>(
  query: (db: Database, viewer: Actor, id: Id) => Promise<Output>,
) =>
  signedIn
    .input(z.object({ id: input<Id>() }))
    .query(({ ctx, input: { id } }) => query(ctx.services.db, ctx.viewer, id))

/** A procedure that is a query without an input. */
export const shows = <Output>(query: (db: Database, viewer: Actor) => Promise<Output>) =>
  signedIn.query(({ ctx }) => query(ctx.services.db, ctx.viewer))
