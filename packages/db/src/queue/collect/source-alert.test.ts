import { type Millis, millis, minutes, seconds, toIso } from '@highwater/core'
import type { CollectResult } from '@highwater/sources/catalog'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { testSealer } from '../../../testing/sealer.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { newId } from '../../client/new-id.ts'
import { readNowFrom } from '../../client/now.ts'
import { closeAlert, updateSource } from '../../commands/index.ts'
import { storyOf } from '../queue.fixture.ts'
import { thingAlertsOf } from '../standing/things.fixture.ts'
import { claimSource } from './claim-source.ts'
import { recordCollection } from './record-collection.ts'
import { isSourceUnheard } from './unheard-source.ts'

const consoleUrl = 'https://highwater.example'
let fresh: FreshDatabase
let alerts: ReturnType<typeof thingAlertsOf>
const sourceId = newId<'source'>()

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  alerts = thingAlertsOf(fresh.db)
  await seedChannel(fresh.db)
  await fresh.db.sql`
    insert into source (id, name, kind, config, sealed_secrets, department_id, next_collect_at, created_at)
    select ${sourceId}, 'pg', 'postgresql', ${fresh.db.sql.json({ host: 'pg', database: 'app', user: 'reader' })},
      ${testSealer.seal({ password: 'secret' })}, id, now(), now()
    from department where is_default`
})
afterEach(() => fresh.close())

const failed: CollectResult = { ok: false, reason: 'connect-timeout', message: 'nobody listens' }
const answered = (clockAhead: Millis | null = null): CollectResult => ({
  ok: true,
  observations: [],
  memory: null,
  clockAhead,
})

async function collect(...results: readonly CollectResult[]) {
  for (const result of results) {
    await fresh.clock.advance(seconds(10))
    const claiming = { leaseSeconds: 30, worker: 'w', host: 'node-a', consoleUrl }
    const source = await claimSource(fresh.db, claiming)
    if (!source) throw new Error('the source is not due')
    await recordCollection(fresh.db, source, result, consoleUrl)
  }
}

describe('a source that cannot be read', () => {
  test('is down after three failures in a row and recovers with its first answer', async () => {
    await collect(failed, failed)
    expect(await alerts.list()).toEqual([])
    await collect(failed)
    expect(await alerts.list()).toEqual(['source_down firing'])
    await collect(answered())
    expect(await alerts.timeline('source_down')).toEqual(['fire', 'close: recovered'])
  })

  test('is not down where an answer came in between', async () => {
    await collect(failed, failed, answered(), failed, failed)
    expect(await alerts.list()).toEqual([])
  })

  test('is told again by the frequency', async () => {
    await collect(failed, failed, failed)
    await collect(...Array.from({ length: 18 }, () => failed))
    expect(await alerts.timeline('source_down')).toEqual(['fire', 'repeat'])
  })
})

test('A source that comes and goes every minute for an hour is told of now and then, all the time', async () => {
  for (let minute = 0; minute < 60; minute += 1) {
    await collect(failed, failed, failed, answered(), answered(), answered())
    await storyOf(fresh).deliver()
  }
  expect(await alerts.told('source_down')).toEqual([
    ...['firing', 'resolved', 'firing', 'resolved', 'firing'],
    ...['repeat', 'repeat', 'repeat', 'repeat'],
  ])
  expect(Math.max(...(await alerts.pauses('source_down')))).toBeLessThan(13)
  expect(new Set((await alerts.timeline('source_down')).slice(8))).toEqual(
    new Set(['recover: flapping', 'relapse: flapping', 'repeat']),
  )
})

test('A source that is switched off is down no more, which is told, and stays so though it is being asked', async () => {
  const story = storyOf(fresh)
  const admin = await adminContext(fresh.db)
  await collect(failed, failed, failed)
  await story.deliver()
  await fresh.clock.advance(seconds(10))
  const claiming = { leaseSeconds: 30, worker: 'w', host: 'node-a', consoleUrl }
  const asked = await claimSource(fresh.db, claiming)
  if (!asked) throw new Error('the source is not due')
  await updateSource(admin, { source: sourceId, enabled: false })
  await recordCollection(fresh.db, asked, failed, consoleUrl)
  expect(await alerts.list()).toEqual(['source_down object_removed'])
  expect(await alerts.told('source_down')).toEqual(['firing', 'resolved'])
})

describe('the silence of its projects', () => {
  const silent = async () => {
    const story = storyOf(fresh)
    const project = await seedProject(fresh.db)
    await story.report(project, 1, 3)
    await fresh.db.sql`update project set source_id = ${sourceId} where id = ${project}`
    return { story, project }
  }

  test('is the fault of the source while it is down, and theirs when it answers again', async () => {
    const { story, project } = await silent()
    await collect(failed, failed, failed)
    await story.wait(minutes(5))
    expect(await story.alertsOf(project)).toEqual([])
    await fresh.db
      .sql`update alert set closed_at = now(), state = 'closed', close_reason = 'recovered'
      where event = 'source_down'`
    await fresh.db.sql`update project_state set due_at = now()`
    await story.wait(minutes(5))
    expect(await story.alertsOf(project)).toMatchObject([{ event: 'no_signal', state: 'firing' }])
  })

  test('is theirs while a source answers that comes and goes, though its alert is not over', async () => {
    const isUnheard = async () => {
      const [row] = await fresh.db.sql`
        select ${fresh.db.sql.unsafe(isSourceUnheard('s.id'))} as unheard from source s`
      return row?.unheard
    }
    for (const _ of [1, 2, 3]) await collect(answered(), failed, failed, failed)
    expect(await isUnheard()).toBe(true)
    await collect(answered())
    expect(await alerts.list()).toEqual(['source_down recovering'])
    expect(await isUnheard()).toBe(false)
  })

  test('is no news where somebody closed the alert about the source', async () => {
    const { story, project } = await silent()
    const admin = await adminContext(fresh.db)
    await collect(failed, failed, failed)
    await closeAlert(admin, { alert: await alerts.newest('source_down'), reason: 'known' })
    await fresh.db.sql`update project_state set due_at = now()`
    await story.wait(minutes(5))
    expect(await story.alertsOf(project)).toEqual([])
  })

  test('is no news where somebody switched the source off, nor that its position stands still', async () => {
    const { story, project } = await silent()
    await story.send(project, { positionTime: toIso(await readNowFrom(fresh.db.sql)) })
    const admin = await adminContext(fresh.db)
    await updateSource(admin, { source: sourceId, enabled: false })
    await fresh.db.sql`update project_state set due_at = now()`
    await story.wait(minutes(5))
    expect(await story.alertsOf(project)).toEqual([])
  })

  test('is theirs although the clock of the source runs ahead', async () => {
    await collect(...Array.from({ length: 3 }, () => answered(millis(12_000))))
    expect(await alerts.list()).toEqual(['clock_skew firing'])
    const { story, project } = await silent()
    await story.wait(minutes(5))
    expect(await story.alertsOf(project)).toMatchObject([{ event: 'no_signal' }])
  })
})

describe('the clock of a source', () => {
  const ahead = answered(millis(12_000))
  const right = answered(millis(0))

  test('is told when three of its last five answers came from the future, until they do no more', async () => {
    await collect(ahead, right, ahead, right)
    expect(await alerts.list()).toEqual([])
    await collect(ahead)
    expect(await alerts.list()).toEqual(['clock_skew firing'])
    await collect(right, right, right)
    expect(await alerts.list()).toEqual(['clock_skew recovering'])
    await collect(...Array.from({ length: 6 }, () => right))
    expect(await alerts.list()).toEqual(['clock_skew recovered'])
  })
})
