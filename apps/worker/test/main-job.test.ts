import { seconds } from '@highwater/core'
import {
  createMessageTemplate,
  requestChannelTest,
  updateInstallation,
} from '@highwater/db/commands'
import { getChannelTest } from '@highwater/db/queries'
import { adminContext } from '@highwater/db/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually, robotSecret, type Stage, setStage, workerSealer } from './stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await setStage()
})
afterEach(() => stage.end())

test('a breach reaches the robot, and a recovery follows it, signed', async () => {
  const [project = ''] = await stage.projects(1)
  await stage.startWorker()
  await stage.report([project], 412)
  const firing = await stage.robot.waitForMessage((message) => message.text.includes('orders-1'))
  expect(firing.warnings).toEqual([])

  await stage.fresh.clock.advance(seconds(5))
  await stage.report([project], 1)
  await eventually(
    () => stage.alertStates(),
    (states) => states.includes('recovering'),
  )
  await stage.fresh.clock.advance(seconds(61))
  await eventually(
    () => stage.notifications(),
    (list) => list.includes('resolved delivered'),
  )
  const [first] = stage.told()
  expect(stage.told().filter((shortId) => shortId === first)).toHaveLength(2)
})

test('a test of a connection is sent in the words of its template, in local time, and shows what it passed', async () => {
  const admin = await adminContext(stage.fresh.db, workerSealer(stage.fresh.url))
  const text = `For \${channel} by \${requested_by} at \${alarm_updated_at_shown}`
  const words = { headline: 'Drill', text }
  await updateInstallation(admin, { messageTimeZone: 'Asia/Shanghai' })
  await createMessageTemplate(admin, { kind: 'test', locale: 'zh-CN', ...words })
  const { testId } = await requestChannelTest(admin, {
    name: 'trial',
    kind: 'dingtalk',
    config: { baseUrl: stage.robot.url },
    secrets: { webhook: 'the-token', signingSecret: robotSecret },
  })
  await stage.startWorker()
  const sent = await stage.robot.waitForMessage(({ text }) => text.includes('For trial by'))
  expect(sent.text).toMatch(/ at \d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} UTC\+8/)
  const result = await eventually(
    () => getChannelTest(stage.fresh.db, admin.actor, testId),
    ({ state }) => state === 'done',
  )
  expect(result).toMatchObject({ outcome: 'delivered', proxy: null })
  expect(result.steps.map(({ step, found }) => [step, found])).toEqual([
    ['settings', null],
    ['address', '127.0.0.1'],
    ['connection', expect.stringMatching(/^127\.0\.0\.1:\d+$/)],
    ['sending', 'POST'],
    ['verdict', 'HTTP 200'],
  ])
  expect(Math.abs(result.clockOffsetMs ?? Number.POSITIVE_INFINITY)).toBeLessThan(10_000)
  expect(JSON.stringify(result)).not.toContain('the-token')
})

test('no secret of a channel appears in what the worker logs', async () => {
  const [project = ''] = await stage.projects(1)
  const worker = await stage.startWorker()
  stage.robot.behave({ status: 500 })
  await stage.report([project], 412)
  await eventually(
    () => worker.log(),
    (log) => log.includes('"outcome":"transient"'),
  )
  expect(worker.log()).not.toContain('the-token')
  expect(worker.log()).not.toContain('SECfor')
})

test.for(['SIGTERM', 'SIGHUP'] as const)(
  'a worker that is asked to stop by %s finishes what it is sending and exits cleanly',
  async (signal) => {
    const [project = ''] = await stage.projects(1)
    const worker = await stage.startWorker()
    const answer = Promise.withResolvers<void>()
    stage.robot.behave({ answersAfter: answer.promise })
    await stage.report([project], 412)
    await stage.robot.waitForMessage(({ text }) => text.includes('orders-1'))
    expect(await stage.notifications()).toEqual(['firing sending'])
    const stopped = worker.stop(signal)
    await eventually(
      () => worker.log(),
      (log) => log.includes('"stopping"'),
    )
    answer.resolve()
    expect(await stopped).toBe(0)
    expect(await stage.notifications()).toEqual(['firing delivered'])
  },
)

test('the worker serves health and metrics', async () => {
  const worker = await stage.startWorker()
  const live = await fetch(`${worker.healthUrl}/api/health/live`)
  expect(live.status).toBe(200)
  await eventually(
    async () => (await fetch(`${worker.healthUrl}/metrics`)).text(),
    (text) => text.includes('highwater_cycle_duration_seconds_count{cycle="evaluate"}'),
  )
})
