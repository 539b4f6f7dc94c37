import { millis, seconds } from '@highwater/core'
import { setParameters } from '@highwater/db/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { leaseTime } from '../src/cycles/deliver.ts'
import { eventually, type Stage, setStage } from './stage.ts'

// The steps of "the data's way" (ARCHITECTURE.md): a worker is killed inside each of them, held there
// by a lock of ours or by a robot that does not answer. Nothing may be lost or told twice without a mark.
let stage: Stage

beforeEach(async () => {
  stage = await setStage()
  // A minute in which nobody reports, on a busy machine, would be news of its own.
  await setParameters(stage.fresh.db, { noSignalAtLeastSeconds: 600 })
})
afterEach(() => stage.end())

const outliveLease = () => stage.fresh.clock.advance(millis(leaseTime + 1_000))

async function expectToldOnce(alerts: number) {
  await stage.startWorker()
  await eventually(
    () => stage.notifications(),
    (list) => list.length === alerts && list.every((entry) => entry === 'firing delivered'),
  )
  expect(new Set(stage.told()).size).toBe(alerts)
}

test('killed while the transitions are being written: nothing is written, and the next worker does it', async () => {
  const projects = await stage.projects(3)
  const worker = await stage.startWorker()
  const release = await stage.hold('alert_event')
  await stage.report(projects, 412)
  await eventually(() => stage.isBlocked('insert into alert_event'), Boolean)
  await worker.kill()
  await release()
  await eventually(
    () => stage.notifications(),
    (list) => list.length === 0,
  )
  await expectToldOnce(3)
  expect(stage.told()).toHaveLength(3)
})

test('killed between the outbox and the claim: the outbox is sent by the next worker', async () => {
  const projects = await stage.projects(3)
  const worker = await stage.startWorker()
  const release = await stage.hold('channel_bucket')
  await stage.report(projects, 412)
  await eventually(() => stage.isBlocked('channel_bucket'), Boolean)
  await worker.kill()
  await release()
  await expectToldOnce(3)
  expect(stage.told()).toHaveLength(3)
})

test('killed while the robot has not answered: the attempt is unknown, and one marked message follows', async () => {
  const projects = await stage.projects(1)
  const worker = await stage.startWorker()
  stage.robot.behave({ latencyMs: 60_000 })
  await stage.report(projects, 412)
  await eventually(
    () => stage.notifications(),
    (list) => list[0] === 'firing sending',
  )
  await worker.kill()
  stage.robot.behave()
  const other = await stage.startWorker()
  await outliveLease()
  await eventually(
    () => stage.notifications(),
    (list) => list[0] !== 'firing sending',
  )
  await stage.fresh.clock.advance(seconds(6))
  await eventually(
    () => stage.notifications(),
    (list) => list[0] === 'firing delivered',
  )
  const attempts = await stage.fresh.db.sql`select outcome from delivery_attempt order by number`
  expect(attempts.map((row) => row.outcome)).toEqual(['unknown', 'delivered'])
  expect(stage.robot.requests().length).toBeLessThanOrEqual(2)
  await other.stop()
})

test('killed after the robot accepted and before the receipt: at most one duplicate, with the same short id', async () => {
  const projects = await stage.projects(1)
  const worker = await stage.startWorker()
  const release = await stage.hold('delivery_attempt')
  await stage.report(projects, 412)
  await eventually(() => stage.isBlocked('with given as'), Boolean)
  await worker.kill()
  await release()
  await stage.startWorker()
  await outliveLease()
  await eventually(
    () => stage.notifications(),
    (list) => list[0] !== 'firing sending',
  )
  await stage.fresh.clock.advance(seconds(6))
  await eventually(
    () => stage.notifications(),
    (list) => list[0] === 'firing delivered',
  )
  expect(stage.told().length).toBeLessThanOrEqual(2)
  expect(new Set(stage.told()).size).toBe(1)
})

test('two workers at once tell every alert exactly once', async () => {
  // So many at once would be a storm, which one digest tells.
  await setParameters(stage.fresh.db, { stormAlerts: 100 })
  const projects = await stage.projects(60)
  await Promise.all([stage.startWorker(), stage.startWorker()])
  await stage.report(projects, 412)
  await eventually(
    async () => (await stage.fresh.db.sql`select from alert where state = 'firing'`).length,
    (count) => count === 60,
  )
  // The robot takes 18 a minute. Where more wait than that, one of these is kept for their digest.
  await eventually(
    async () =>
      (await stage.notifications()).filter((entry) => entry === 'firing delivered').length,
    (count) => count >= 17,
  )
  expect(new Set(stage.told()).size).toBe(stage.told().length)
  expect(await stage.fresh.db.sql`select from delivery_attempt where number > 1`).toHaveLength(0)
})
