import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { layLine, type SeveredLine } from './severed-line.ts'
import { eventually, type Stage, setStage } from './stage.ts'

let stage: Stage
let line: SeveredLine

beforeEach(async () => {
  stage = await setStage()
  line = await layLine(stage.fresh.url)
})
afterEach(async () => {
  await stage.end()
  await line.cut()
})

/** Three alerts whose messages the robot has taken, but not answered before the database was away. */
async function toldWhileAway() {
  const projects = await stage.projects(3)
  const worker = await stage.startWorker(line.url)
  const answer = Promise.withResolvers<void>()
  stage.robot.behave({ answersAfter: answer.promise })
  await stage.report(projects, 412)
  await eventually(
    () => stage.told(),
    (told) => told.length === 3,
  )
  await line.cut()
  answer.resolve()
  await eventually(
    () => worker.log(),
    (log) => log.includes('receipts are kept') && log.includes('the database is away'),
  )
  // The database takes no receipt for some more tries.
  await pause(3_000)
  return worker
}

test('a database that was away for seconds takes the receipts afterwards, and nothing is told twice', async () => {
  const worker = await toldWhileAway()
  await line.mend()
  await eventually(
    () => stage.notifications(),
    (list) => list.every((entry) => entry === 'firing delivered'),
  )
  expect(stage.told()).toHaveLength(3)
  expect(worker.log().match(/receipts are kept/g)).toHaveLength(1)
  expect(worker.log()).not.toContain('not recorded')
  expect(worker.log()).not.toContain('cycle failed')
  expect(worker.log().match(/the database is away/g)).toHaveLength(1)
  await eventually(
    async () => worker.log(),
    (log) => log.includes('the database is back'),
  )
})

test('a worker that is stopped while the database is away ends in time and says what it could not record', async () => {
  const worker = await toldWhileAway()
  const started = performance.now()
  expect(await worker.stop()).toBe(0)
  expect(performance.now() - started).toBeLessThan(18_000)
  expect(worker.log().match(/attempts were not recorded/g)).toHaveLength(1)
})
