import { AppError, expectStorable, parseInput } from '@highwater/core'
import type { Action, Actor } from '@highwater/core/permissions'
import type { CommandContext } from '@highwater/db/commands'
import type { z } from 'zod'
import type { Services } from '../services.ts'
import { identifyCaller } from './identify-caller.ts'
import { readJson } from './read-body.ts'
import { readQuery } from './read-query.ts'

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof methods)[number]

export const tags = [
  'signals',
  'projects',
  'protection levels',
  'alerts',
  'channels',
  'notifications',
  'OCP clusters',
  'alert groups',
  'templates',
  'subscriptions',
  'silences',
  'sources',
  'hosts',
  'parameters',
  'audit',
  'tokens',
  'departments',
  'people',
  'users',
  'sign-in',
  'documents',
] as const
export type Tag = (typeof tags)[number]

/** The names between braces of a path such as `/projects/{id}`. */
type ParameterOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never

/** A call that has reached its operation: authenticated, its path taken apart, nothing else read yet. */
export interface Arrival {
  readonly request: Request
  /** Its body where the front door has gathered it; null where it is in the request. */
  readonly gathered: Uint8Array<ArrayBuffer> | null
  readonly url: URL
  readonly services: Services
  readonly params: Readonly<Record<string, string>>
  /** Who calls, on which database, for which request. */
  readonly context: CommandContext
}

export interface Call<Parameter extends string, Query, Body> {
  readonly params: Readonly<Record<Parameter, string>>
  readonly query: Query
  readonly body: Body
  readonly services: Services
  readonly context: CommandContext
  readonly viewer: Actor
  /**
   * The caller once more, for answers that are read for a long time.
   * @throws AppError where they have other rights by now, or none
   */
  readonly viewerStill: () => Promise<Actor>
  readonly signal: AbortSignal
}

interface Facts {
  readonly method: Method
  readonly path: string
  /** Unique; generated clients name their functions after it. */
  readonly id: string
  readonly tag: Tag
  readonly summary: string
  /** `public`: no token is asked for. */
  readonly access: 'public' | Action
  readonly status: 200 | 201 | 202 | 204
  readonly bodyLimit?: number
}

/** What is handed over to be answered: nobody changes it on the way. */
type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Given<T[Key]> }
    : T

interface Spec<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> extends Facts {
  readonly path: Path
  readonly query?: Query
  readonly body?: Body
  /** What is answered as JSON; left out where there is nothing, or something else than JSON. */
  readonly answer?: Answer
  readonly handle: (
    call: Call<ParameterOf<Path>, z.output<Query>, z.output<Body>>,
  ) => Promise<Given<z.input<Answer>> | Response>
}

/** One line of the table from which dispatching, documents and tests are drawn. */
export interface Operation extends Facts {
  readonly query: z.ZodObject | null
  readonly body: z.ZodType | null
  readonly answer: z.ZodType | null
  /** Reads and checks query and body, then acts. */
  readonly run: (arrival: Arrival) => Promise<unknown>
}

export function defineOperation<
  const Path extends string,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodVoid,
>(spec: Spec<Path, Query, Body, Answer>): Operation {
  const { query, body, answer, handle, ...facts } = spec
  return {
    ...facts,
    query: query ?? null,
    body: body ?? null,
    answer: answer ?? null,
    async run({ request, url, services, params, context }) {
      const given = readQuery(url, query)
      const sent = body === undefined ? undefined : await readJson(request, spec.bodyLimit)
      const parsed = body === undefined ? undefined : parseInput(body, sent)
      expectStorable(sent)
      return handle({
        params: params as Record<ParameterOf<Path>, string>,
        query: given as z.output<Query>,
        body: parsed as z.output<Body>,
        services,
        context,
        viewer: context.actor,
        viewerStill: async () => {
          const { actor } = await identifyCaller(request.headers, services, context.origin)
          if (JSON.stringify(actor) === JSON.stringify(context.actor)) return actor
          throw new AppError('forbidden', 'Your rights have changed meanwhile. Ask again.')
        },
        signal: request.signal,
      })
    },
  }
}
