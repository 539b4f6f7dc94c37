import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import {
  type BadInputStage,
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

describe('A body that cannot be read is malformed', () => {
  test.for(withBody.map((operation) => [nameOf(operation), operation] as const))(
    '%s',
    ([, operation]) =>
      stage.changingNothing(async () => {
        const path = pathOf(operation, stage.existing)
        const { method } = operation
        expectProblem(await stage.api.ask(method, path, { raw: '{"a": ' }), 400)
        const form = { 'content-type': 'application/x-www-form-urlencoded' }
        expectProblem(await stage.api.ask(method, path, { raw: 'a=1', headers: form }), 400)
        const notText = new Uint8Array([0x22, 0xff, 0xfe, 0x22])
        expectProblem(await stage.api.ask(method, path, { raw: notText }), 400)
      }),
  )
})

describe('A body that is too large is refused, whatever its headers say', () => {
  test.for(withBody.map((operation) => [nameOf(operation), operation] as const))(
    '%s',
    ([, operation]) =>
      stage.changingNothing(async () => {
        const raw = ' '.repeat((operation.bodyLimit ?? 256 * 1_024) + 1)
        const path = pathOf(operation, stage.existing)
        expectProblem(await stage.api.ask(operation.method, path, { raw }), 413)
      }),
  )
})

describe('A body of the wrong shape names what is wrong', () => {
  test.for(withBody.map((operation) => [nameOf(operation), operation] as const))(
    '%s',
    ([, operation]) =>
      stage.changingNothing(async () => {
        const path = pathOf(operation, stage.existing)
        const { method } = operation
        for (const body of [[], 'text', 7, null]) {
          const answer = await stage.api.ask(method, path, { body })
          expectProblem(answer, 422)
          expect(pathsOf(answer).length).toBeGreaterThan(0)
        }
        const unknown = await stage.api.ask(method, path, { body: { noSuchField: 1 } })
        expectProblem(unknown, 422)
        // A body that is a choice of two says as a whole which of them it wants.
        if (!operation.path.startsWith('/projects/protection-level')) {
          expect(pathsOf(unknown)).toContain('noSuchField')
        }
      }),
  )
})

const fields = withBody.flatMap((operation) => {
  const shape = operation.body !== null && 'shape' in operation.body ? operation.body.shape : {}
  return Object.keys(Object(shape)).map(
    (field) => [`${field} of ${nameOf(operation)}`, operation, field] as const,
  )
})

describe('A text that the database cannot hold is refused where it stands, also where it is only looked for', () => {
  test.for(fields)('%s', ([, operation, field]) =>
    stage.changingNothing(async () => {
      const path = pathOf(operation, stage.existing)
      for (const body of [{ [field]: 'a\u0000b' }, { [field]: '\ud800' }]) {
        expectProblem(await stage.api.ask(operation.method, path, { body }), 422)
      }
    }),
  )
})

describe('Every field of a body is checked and named', () => {
  test.for(fields)('%s', ([, operation, field]) =>
    stage.changingNothing(async () => {
      const answer = await stage.api.ask(operation.method, pathOf(operation, stage.existing), {
        body: { [field]: { surely: ['not', 'this'] } },
      })
      expectProblem(answer, 422)
      const named = pathsOf(answer).some((path) => String(path).split(/[.[]/)[0] === field)
      const isOfAnyShape = ['config', 'secrets'].includes(field)
      expect(named || isOfAnyShape, answer.text).toBe(true)
    }),
  )
})
