import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { operations } from '../../src/server/rest/operations/index.ts'
import {
  type BadInputStage,
  expectProblem,
  lists,
  nameOf,
  pathOf,
  pathsOf,
  setBadInputStage,
} from './bad-input.fixture.ts'

let stage: BadInputStage
beforeAll(async () => {
  stage = await setBadInputStage(inject('postgresUrl'))
})
afterAll(() => stage.api.close())

describe('An unknown or repeated query parameter is refused by its name', () => {
  test.for(operations.map((operation) => [nameOf(operation), operation] as const))(
    '%s',
    ([, operation]) =>
      stage.changingNothing(async () => {
        const path = pathOf(operation, stage.existing)
        const answer = await stage.api.ask(operation.method, `${path}?noSuchParameter=1`)
        expectProblem(answer, 422)
        expect(pathsOf(answer)).toEqual(['noSuchParameter'])
        const [name] = Object.keys(operation.query?.shape ?? {})
        if (name === undefined) return
        const twice = await stage.api.ask(operation.method, `${path}?${name}=1&${name}=2`)
        expectProblem(twice, 422)
        expect(pathsOf(twice)).toEqual([name])
      }),
  )
})

describe('A query parameter with a wrong value is named', () => {
  const cases = operations.flatMap((operation) =>
    Object.keys(operation.query?.shape ?? {})
      .filter(
        (name) =>
          !['q', 'tag', 'department', 'owner', 'actor', 'creator', 'targetId'].includes(name),
      )
      .map((name) => [`${name} of ${nameOf(operation)}`, operation, name] as const),
  )
  test.for(cases)('%s', ([, operation, name]) =>
    stage.changingNothing(async () => {
      const wrong = name === 'kind' ? 'x'.repeat(300) : 'surely-not-this'
      const answer = await stage.api.ask(
        operation.method,
        `${pathOf(operation, stage.existing)}?${name}=${wrong}`,
      )
      expectProblem(answer, 422)
      expect(pathsOf(answer)).toContain(name)
    }),
  )
})

describe('A list refuses a page that is too long and a cursor that is not its own', () => {
  test.for(lists.map((operation) => [nameOf(operation), operation] as const))(
    '%s',
    async ([, operation]) => {
      const foreign = Buffer.from(JSON.stringify(['other', 1])).toString('base64url')
      for (const query of [
        'limit=0',
        'limit=201',
        'limit=1.5',
        'limit=',
        'cursor=###',
        `cursor=${foreign}`,
      ]) {
        const answer = await stage.api.ask('GET', `${pathOf(operation, stage.existing)}?${query}`)
        expectProblem(answer, 422)
        expect(pathsOf(answer)).toEqual([query.split('=')[0]])
      }
    },
  )
})
