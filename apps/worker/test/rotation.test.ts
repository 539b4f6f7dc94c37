import { randomBytes } from 'node:crypto'
import { minutes } from '@highwater/core'
import { resealSecrets } from '@highwater/db/queue'
import { setParameters } from '@highwater/db/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hireCrew } from './crew.ts'
import { type Stage, setStage } from './stage.ts'
import { workerSecret } from './worker-process.ts'

// HIGHWATER_SECRET is rotated while messages leave (C16): workers with the old key, both, the new.
let stage: Stage

beforeEach(async () => {
  stage = await setStage({ signed: false })
  // Neither silence nor, within the two minutes that pass, a repeat is news beside the eight alerts.
  await setParameters(stage.fresh.db, { noSignalAtLeastSeconds: 86_400 })
})
afterEach(() => stage.end())

/** What was one plain string is called "plain" in a list. */
const former = `plain:${Buffer.from(workerSecret).toString('base64')}`
const next = `next:${randomBytes(32).toString('base64')}`

const keysInUse = async () => {
  const rows = await stage.fresh.db.sql<{ key: string }[]>`
    select distinct split_part(sealed_secrets, ':', 1) as key from channel`
  return rows.map(({ key }) => key)
}

test('a key is exchanged under load, even carelessly, and every alert is told once', async () => {
  const { db, clock } = stage.fresh
  const projects = await stage.projects(8)
  const [before, during, after] = [workerSecret, `${next},${former}`, next].map((secret) =>
    hireCrew(stage.fresh, secret),
  )
  if (!before || !during || !after) throw new Error('nobody was hired')
  const breach = (from: number) => stage.report(projects.slice(from, from + 2), 412)

  await breach(0)
  await before.work()
  // Nobody waits for the old worker: what is sealed again under its hands it cannot send any more.
  await breach(2)
  await before.judge()
  await resealSecrets(db, during.sealer, 1)
  await Promise.all([before.work(), during.work()])
  await breach(4)
  await before.judge()
  await resealSecrets(db, during.sealer, 1)
  expect(await keysInUse()).toEqual(['next'])
  await before.work()
  expect(await stage.notifications()).toContain('firing retrying')
  await clock.advance(minutes(1))
  await breach(6)
  await during.judge()
  await Promise.all([during.work(), after.work()])
  await after.after(minutes(1))

  const notifications = await stage.notifications()
  expect(new Set(notifications)).toEqual(new Set(['firing delivered']))
  const told = stage.told()
  expect(told.length).toBeGreaterThanOrEqual(projects.length)
  expect([told.length, new Set(told).size]).toEqual([notifications.length, told.length])
  await Promise.all([before, during, after].map((crew) => crew.leave()))
})
