import { randomUUID } from 'node:crypto'
import type { Database } from '@highwater/db/client'
import { undone } from '@highwater/db/testing'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { commandContext } from '../../src/server/command-context.ts'
import { describeFailure } from '../../src/server/describe-failure.ts'
import type { Operation } from '../../src/server/rest/define-operation.ts'
import { createDispatcher } from '../../src/server/rest/dispatch.ts'
import { operations } from '../../src/server/rest/operations/index.ts'
import { appRouter, createCaller } from '../../src/server/routers/app.ts'
import { consoleUrl } from '../rest/api.fixture.ts'
import type { Asker } from './callers.fixture.ts'
import { expectedOf } from './expected.ts'
import { judge, outcomeOf, type Stage, setStage, tryAll } from './matrix.fixture.ts'
import { type ProcedureRow, procedureRows } from './procedure-rows.ts'
import { type RestRow, restRows } from './rest-rows.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage(inject('postgresUrl'))
})
afterAll(() => stage.api.close())

const dispatch = createDispatcher(operations)
const text = (value: unknown): string => JSON.stringify(value) ?? ''

function pathOf({ path }: Operation, { about, params = {} }: RestRow): string {
  const { things } = stage.world
  const id = 'thing' in about ? things[about.thing].id : randomUUID()
  const known: Partial<Record<string, string>> = { id, name: id, exitCode: '0', ...params }
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? randomUUID())
}

/** Nothing of a change is kept, so that each case finds the same world; a refusal changes nothing. */
async function askRest(operation: Operation, row: RestRow, { headers }: Asker, changes: boolean) {
  const { services } = stage.api
  const body = row.body === undefined ? undefined : text(row.body(stage.world))
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const request = new Request(`${consoleUrl}/api/v1${pathOf(operation, row)}`, {
    method: operation.method,
    headers: { ...headers, ...type },
    ...(body === undefined ? {} : { body }),
  })
  const ask = async (db: Database) => {
    const response = await dispatch(request, { ...services, db })
    return { status: response.status, said: await response.text() }
  }
  const { status, said } = await (changes ? undone(services.db, ask) : ask(services.db))
  if (status < 300 || row.also?.includes(status)) return { found: 'allowed', said }
  const { code, reason = null } = JSON.parse(said) as { code: string; reason?: string }
  return { found: outcomeOf(code, reason, said), said }
}

interface Procedure {
  readonly _def: { readonly type: 'query' | 'mutation' | 'subscription' }
}
const somewhere: RestRow = { about: { kind: 'whole' } }

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)

/** Of what goes on and on, the first answer. */
async function settle(answer: unknown): Promise<unknown> {
  if (typeof answer !== 'object' || answer === null || !(Symbol.asyncIterator in answer))
    return answer
  const iterator = (answer as AsyncIterable<unknown>)[Symbol.asyncIterator]()
  const { value } = await iterator.next()
  await iterator.return?.()
  return value
}

async function askProcedure(path: string, row: ProcedureRow, { caller }: Asker, isChange: boolean) {
  if (caller === null) throw new Error('programs do not reach the procedures')
  const { services } = stage.api
  const ask = async (db: Database): Promise<{ found: string; said: string }> => {
    const origin = { id: 'test', ip: null, userAgent: null }
    const reached = { ...services, db }
    const command = commandContext(reached, caller, origin)
    const headers = new Headers({ origin: consoleUrl })
    const api = createCaller({ services: reached, headers, caller, command })
    const [area = '', name = ''] = path.split('.')
    const call = (api as unknown as Record<string, Record<string, (given: unknown) => unknown>>)[
      area
    ]
    try {
      const answer = await settle(await call?.[name]?.(row.input?.(stage.world)))
      return { found: 'allowed', said: text(answer) }
    } catch (error) {
      const failure = describeFailure((error as Error).cause ?? error, 'test')
      const said = `${text(failure)} ${String(error)}`
      if (row.also?.includes(failure.code)) return { found: 'allowed', said }
      return { found: outcomeOf(failure.code, failure.reason, said), said }
    }
  }
  return isChange ? undone(services.db, ask) : ask(services.db)
}

describe('Every operation and procedure', () => {
  test('has a row that says what it is about', () => {
    const paths = procedures.map(([path]) => path)
    expect(Object.keys(restRows).sort()).toEqual(operations.map(({ id }) => id).sort())
    expect(Object.keys(procedureRows).sort()).toEqual(paths.sort())
  })
})

describe('The permission table is what everybody is answered by', () => {
  test('through the REST API, for each role, relation and token', {
    timeout: 180_000,
  }, async () => {
    const cases = operations.flatMap((operation) => {
      const row = restRows[operation.id]
      if (row === undefined) return []
      // What is public never asks who it is: nobody and an admin are enough.
      const all = stage.askers
      const askers =
        operation.access === 'public'
          ? all.filter(({ name }) => /anonymous|^admin/.test(name))
          : all
      return askers.map((asker) => async () => {
        const action = operation.access === 'public' ? 'policy.read' : operation.access
        const expected = expectedOf(asker.actor, action, row.about, stage.world)
        const { found, said } = await askRest(
          operation,
          row,
          asker,
          operation.method !== 'GET' && expected === 'allowed',
        )
        return judge(operation.id, asker, expected, found, said)
      })
    })
    expect(cases.length).toBeGreaterThan(3_000)
    expect(await tryAll(cases)).toEqual([])
  })

  test('through the console, for each role and relation', { timeout: 180_000 }, async () => {
    const people = stage.askers.filter(({ caller }) => caller !== null)
    const cases = procedures.flatMap(([path, procedure]) => {
      const row = procedureRows[path]
      if (row === undefined) return []
      const isChange = procedure._def.type === 'mutation'
      return people.map((asker) => async () => {
        const expected = expectedOf(asker.actor, row.action, row.about, stage.world)
        const { found, said } = await askProcedure(
          path,
          row,
          asker,
          isChange && expected === 'allowed',
        )
        return judge(path, asker, expected, found, said)
      })
    })
    expect(cases.length).toBeGreaterThan(1_000)
    expect(await tryAll(cases)).toEqual([])
  })
})

describe('A request without a token that holds', () => {
  const guarded = operations.filter(({ access }) => access !== 'public')

  test('is told to send one, and nothing else, by every operation', async () => {
    const presented = ['Bearer unknown-token', 'Basic abc', 'Bearer ']
    const answers = await Promise.all(
      guarded.flatMap((operation) =>
        presented.map(async (authorization) => {
          const url = `${consoleUrl}/api/v1${pathOf(operation, restRows[operation.id] ?? somewhere)}`
          const request = new Request(url, {
            method: operation.method,
            headers: { authorization },
          })
          const { status, headers } = await dispatch(request, stage.api.services)
          const asked = headers.get('www-authenticate') ?? ''
          return status === 401 && asked.startsWith('Bearer') ? null : `${operation.id}: ${status}`
        }),
      ),
    )
    expect(answers.filter((wrong) => wrong !== null)).toEqual([])
  })

  test('and one whose scope is too small is audited where it would have changed something', async () => {
    const reader = stage.askers.find(({ name }) => name === 'token read of the installation')
    await stage.api.ask('POST', '/projects', {
      token: null,
      headers: { ...reader?.headers },
      body: {},
    })
    const actorId = reader?.actor.type === 'token' ? reader.actor.id : ''
    const { body } = await stage.api.ask('GET', `/audit-events?actor=${actorId}&limit=200`)
    // Written down when it was first refused, above or here: what is repeated is only counted.
    expect(body?.items).toContainEqual(
      expect.objectContaining({
        action: 'project.create',
        actorId,
        result: 'refused',
        reason: 'scope_too_small',
      }),
    )
  })
})
