import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Operation } from '../../src/server/rest/define-operation.ts'
import { operations } from '../../src/server/rest/operations/index.ts'
import {
  type BadInputStage,
  byId,
  expectProblem,
  nameOf,
  pathOf,
  pathsOf,
  setBadInputStage,
  withBody,
} from './bad-input.fixture.ts'

let stage: BadInputStage
beforeAll(async () => {
  stage = await setBadInputStage(inject('postgresUrl'))
})
afterAll(() => stage.api.close())

describe('What does not exist is not found, whatever its id looks like', () => {
  test.for(byId.map((operation) => [nameOf(operation), operation] as const))(
    '%s',
    ([, operation]) =>
      stage.changingNothing(async () => {
        for (const id of [randomUUID(), 'not-an-id', '%00', '%E0%A4%A']) {
          const answer = await stage.api.ask(
            operation.method,
            pathOf(operation, () => id),
            {
              ...(operation.body === null ? {} : { body: validBody(operation) }),
            },
          )
          expectProblem(answer, 404)
        }
      }),
  )
})

/** Bodies that would be accepted if the thing existed. */
const validBodies: Readonly<Record<string, unknown>> = {
  'protection-level': { level: 'high' },
  assign: { assignee: null },
  comment: { text: 'Looked at it.' },
  close: { reason: 'Known.' },
  'on-call': { rota: null },
  test: { kind: 'email' },
  '{user}': { role: 'viewer' },
}
const validBody = ({ path }: Operation): unknown => validBodies[path.split('/').at(-1) ?? ''] ?? {}

describe('What no database can keep is refused before it gets there', () => {
  const texts = operations.flatMap((operation) =>
    Object.keys(operation.query?.shape ?? {}).map(
      (name) => [`${name} of ${nameOf(operation)}`, operation, name] as const,
    ),
  )
  test.for(texts)('a null character in %s', async ([, operation, name]) => {
    const path = `${pathOf(operation, stage.existing)}?${name}=a%00b`
    const answer = await stage.api.ask(operation.method, path)
    expectProblem(answer, 422)
    expect(pathsOf(answer)).toEqual([name])
  })

  test.for(withBody.map((operation) => [nameOf(operation), operation] as const))(
    'a body of a hundred thousand levels for %s',
    ([, operation]) =>
      stage.changingNothing(async () => {
        const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
        const raw = `{"config":{"url":${deep}}}`
        expectProblem(
          await stage.api.ask(operation.method, pathOf(operation, stage.existing), { raw }),
          400,
        )
      }),
  )

  test.for(['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-14:00'])(
    'the time %s',
    async (at) => {
      const answer = await stage.api.ask('GET', `/alerts?from=${encodeURIComponent(at)}`)
      expectProblem(answer, 422)
      expect(pathsOf(answer)).toEqual(['from'])
    },
  )

  test('a cursor of a time beyond all times', async () => {
    const values = ['-openedAt', 9e15, randomUUID()]
    const cursor = Buffer.from(JSON.stringify(values)).toString('base64url')
    expectProblem(await stage.api.ask('GET', `/alerts?cursor=${cursor}`), 422)
  })

  test('one such signal, which spoils no other', async () => {
    const good = {
      project: stage.things.projects,
      observedAt: '2026-01-01T00:00:00Z',
      state: 'running',
    }
    const answer = await stage.api.ask('POST', '/signals', {
      body: {
        signals: [
          { ...good, message: 'a\u0000b' },
          { ...good, id: '\u0000' },
          { ...good, project: '\u0000' },
          { ...good, step: { name: '\u0000', state: 'running' } },
          { ...good, observedAt: '0000-01-01T00:00:00Z' },
          { ...good, message: 'half a pair: \ud800' },
          good,
        ],
      },
    })
    expect(answer.status, answer.text).toBe(202)
    expect(answer.body).toMatchObject({
      accepted: 1,
      late: 1,
      rejected: [0, 1, 2, 3, 4].map((index) => ({ index, code: 'invalid' })),
    })
  })
})

describe('Addresses and methods that there are not', () => {
  test('answer 404 for an unknown path', async () => {
    expectProblem(await stage.api.ask('GET', '/nothing/here'), 404)
    expectProblem(await stage.api.ask('GET', ''), 404)
  })

  test('answer 405 with the methods that there are', async () => {
    const answer = await stage.api.ask('DELETE', '/projects')
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, POST, HEAD')
    expect(answer.body).toMatchObject({ status: 405, code: 'method_not_allowed' })
  })
})
