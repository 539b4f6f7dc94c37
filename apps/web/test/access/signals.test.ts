import { can } from '@highwater/core/permissions'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Stage, setStage } from './matrix.fixture.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage(inject('postgresUrl'))
})
afterAll(() => stage.api.close())

/** A signal of the project that everybody speaks for, each a second after the one before. */
async function send(headers: Readonly<Record<string, string>>, second: number, figure: object) {
  const observedAt = new Date(Date.UTC(2026, 0, 1) + second * 1_000).toISOString()
  const { status, body } = await stage.api.ask('POST', '/signals', {
    token: null,
    headers,
    body: { signals: [{ project: stage.world.things.project.id, observedAt, ...figure }] },
  })
  if (status !== 202) return 'refused'
  const [rejected] = (body?.rejected ?? []) as { code: string }[]
  return rejected?.code ?? 'accepted'
}

test('Of a batch each signal is taken from whom the permission table allows it, remembered or not', async () => {
  const { askers, world } = stage
  const answers: unknown[] = []
  const expected: unknown[] = []
  let second = 0
  for (const { name, actor, headers } of askers) {
    const { allowed } = can(actor, 'signal.write', world.things.project.facts)
    for (const figure of [{ latencySeconds: 1 }, { latencySeconds: 2 }, { state: 'running' }]) {
      second += 1
      const answer = await send(headers, second, figure)
      answers.push([name, answer === 'refused' ? 'unknown_project' : answer])
      expected.push([name, allowed ? 'accepted' : 'unknown_project'])
    }
  }
  expect(answers).toEqual(expected)
  expect(answers).toContainEqual(['owner', 'accepted'])
  expect(answers).toContainEqual(['viewer', 'unknown_project'])
})
