import { minutes, plus, toIso } from '@highwater/core'
import { createSilence, endSilence } from '@highwater/db/commands'
import { adminContext, setParameters } from '@highwater/db/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually, type Stage, setStage } from './stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await setStage()
})
afterEach(() => stage.end())

async function silenceEverything() {
  const admin = await adminContext(stage.fresh.db)
  const [row] = await stage.fresh.db.sql<
    { now: Parameters<typeof toIso>[0] }[]
  >`select now() as now`
  if (!row) throw new Error('no time')
  const until = toIso(plus(row.now, minutes(30)))
  const { id } = await createSilence(admin, { name: 'upgrade', until })
  return { admin, id }
}

const states = () => stage.notifications()

test('ended by hand: the robot hears at once what still fires, and why', async () => {
  const projects = await stage.projects(1)
  const { admin, id } = await silenceEverything()
  await stage.startWorker()
  await stage.report(projects, 412)
  await eventually(states, (list) => list[0] === 'firing suppressed')
  expect(stage.told()).toEqual([])
  await endSilence(admin, { kind: 'silence', silence: id })
  await eventually(states, (list) => list[1] === 'firing delivered')
  expect(stage.told()).toHaveLength(1)
  expect(stage.robot.messages()[0]?.text).toContain('静默已结束')
})

test('killed while it tells what came back: the next worker tells it, once', async () => {
  await setParameters(stage.fresh.db, { noSignalAtLeastSeconds: 86_400 })
  const projects = await stage.projects(2)
  await silenceEverything()
  const worker = await stage.startWorker()
  await stage.report(projects, 412)
  await eventually(states, (list) => list.length === 2)
  const release = await stage.hold('alert_event')
  await stage.fresh.clock.advance(minutes(31))
  await eventually(() => stage.isBlocked('insert into alert_event'), Boolean)
  await worker.kill()
  await release()
  await Promise.all([stage.startWorker(), stage.startWorker()])
  const cameBack = () => stage.told().filter((id) => id === 'A1' || id === 'A2')
  await eventually(cameBack, (told) => told.length >= 2)
  const held = await stage.fresh.db.sql`select from silence_hold where released_at is null`
  expect(held).toHaveLength(0)
  expect(cameBack().toSorted()).toEqual(['A1', 'A2'])
})
