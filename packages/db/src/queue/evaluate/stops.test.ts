import { minutes, type ProjectId, seconds } from '@highwater/core'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { deleteProject } from '../../commands/index.ts'
import { storyOf } from '../queue.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>
let orders: ProjectId
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
  await seedChannel(fresh.db)
  orders = await seedProject(fresh.db)
  await story.report(orders, 1, 2)
})
afterEach(() => fresh.close())

const change = async (state: 'running' | 'paused' | 'finished' | 'released' | 'failed') => {
  await fresh.clock.advance(seconds(1))
  await story.send(orders, { state })
  await story.evaluate()
}

describe('project paused', () => {
  it('closes what is open with that reason', async () => {
    await story.report(orders, 90, 1)
    await change('paused')
    expect(await story.alertsOf(orders)).toMatchObject([{ close_reason: 'project_paused' }])
  })

  it('starts no interruption clock', async () => {
    await change('paused')
    await story.wait(minutes(60))
    expect(await story.alertsOf(orders)).toEqual([])
  })

  it('longer than half a day is told as a warning of its own', async () => {
    await change('paused')
    await story.wait(minutes(12 * 60 + 1))
    expect(await story.alertsOf(orders)).toMatchObject([{ event: 'paused_too_long' }])
  })

  it('may be behind for two minutes when it resumes, and counts as in breach since then', async () => {
    await change('paused')
    await change('running')
    await story.report(orders, 900, 11)
    expect(await story.alertsOf(orders)).toEqual([])
    await story.report(orders, 900, 1)
    await story.report(orders, 900, 1)
    expect(await story.alertsOf(orders)).toMatchObject([{ event: 'sync_delay', state: 'firing' }])
  })
})

describe('released, deleted or finished', () => {
  it.each(['released', 'finished'] as const)('%s: closed with that reason', async (state) => {
    await story.report(orders, 90, 1)
    await story.deliver()
    await change(state)
    expect(await story.alertsOf(orders)).toMatchObject([{ close_reason: `project_${state}` }])
    expect(await story.messagesOf(orders)).toEqual(['firing', 'resolved'])
  })

  it('unsent repeats are taken back', async () => {
    await story.report(orders, 90, 1)
    await story.deliver()
    await story.report(orders, 90, 19)
    await change('released')
    expect(await story.outboxOf(orders)).toEqual([
      'firing delivered',
      'repeat superseded superseded',
      'resolved pending',
    ])
  })

  it('a first message that was not sent yet is told together with the end', async () => {
    await story.report(orders, 90, 1)
    await change('released')
    expect(await story.messagesOf(orders)).toEqual([
      'firing',
      'resolved: first_news_of_a_closed_alert',
    ])
    expect(await story.outboxOf(orders)).toEqual([
      'firing superseded superseded',
      'resolved pending',
    ])
  })

  it('deleted: closed with that reason, and a later signal is refused and reopens nothing', async () => {
    await story.report(orders, 90, 1)
    await deleteProject(await adminContext(fresh.db), { project: orders })
    await story.evaluate()
    expect(await story.alertsOf(orders)).toMatchObject([{ close_reason: 'project_deleted' }])
    const { rejected } = await story.send(orders, { latencySeconds: 900 })
    expect(rejected).toMatchObject([{ index: 0 }])
    await story.wait(minutes(5))
    expect(await story.alertsOf(orders)).toMatchObject([{ state: 'closed' }])
  })
})

describe('no signal at all', () => {
  it('raises an alert of its own, and an open latency alert goes stale: not resolved, not repeated', async () => {
    await story.report(orders, 90, 1)
    await story.wait(seconds(61))
    await story.wait(minutes(3))
    expect(await story.alertsOf(orders)).toMatchObject([
      { event: 'sync_delay', state: 'firing', stale: true, repeats: 0 },
      { event: 'no_signal', state: 'firing' },
    ])
    expect(await story.timelineOf(orders)).toContain('hold_repeat: signal_stale')
  })

  it('of a project that never reported is no alert', async () => {
    const silent = await seedProject(fresh.db)
    await story.wait(minutes(60))
    expect(await story.alertsOf(silent)).toEqual([])
  })

  it('with the collector down is one alert about the source', async () => {
    const [source] = await fresh.db.sql<{ id: string }[]>`
      insert into source (id, name, kind, config, sealed_secrets, department_id, created_at)
      select gen_random_uuid(), 'kafka', 'kafka-connect', '{}', '', id, now()
      from department where is_default returning id`
    await fresh.db.sql`update project set source_id = ${source?.id ?? ''} where id = ${orders}`
    await fresh.db.sql`
      insert into alert (id, scope, event, severity, source_id, department_id, subject, level, state,
        since, opened_at, threshold_ms)
      select gen_random_uuid(), 'system', 'source_down', 'critical', ${source?.id ?? ''}, id, 'kafka',
        'high', 'firing', now(), now(), 1 from department where is_default`
    await story.wait(minutes(10))
    expect(await story.alertsOf(orders)).toEqual([])
  })
})
