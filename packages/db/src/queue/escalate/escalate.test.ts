import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type ChannelId, minutes, type ProjectId } from '@highwater/core'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedProject } from '../../../testing/seed.ts'
import { escalationStoryOf } from './escalate.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof escalationStoryOf>
let ops: ChannelId
let lead: ChannelId
let boss: ChannelId
let project: ProjectId

/** It fires at once; ten minutes later `lead` hears of it, and after half an hour `boss`. */
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = escalationStoryOf(fresh)
  ops = await story.channel('ops')
  lead = await story.channel('lead')
  boss = await story.channel('boss')
  await story.escalate(ops, [10, lead], [30, boss])
  project = await seedProject(fresh.db)
  await story.breach([project])
  await story.deliver()
})
afterEach(() => fresh.close())

const pass = async (length: number) => {
  await fresh.clock.advance(minutes(length))
  await story.look()
}
const change = async (columns: Record<string, unknown>) => {
  await fresh.db.sql`update alert set ${fresh.db.sql(columns)} where project_id = ${project}`
}

test('an alert that nobody acknowledges goes to the next channels, each in its time and once', async () => {
  expect(await story.nextLook(project)).toBe(10)
  await pass(9)
  expect(await story.heard(project)).toEqual(['ops firing'])
  await pass(2)
  await story.look()
  expect(await story.heard(project)).toEqual(['ops firing', 'lead firing escalated'])
  await pass(20)
  expect(await story.heard(project)).toEqual([
    'ops firing',
    'lead firing escalated',
    'boss firing escalated',
  ])
  expect(await story.nextLook(project)).toBeNull()
  await pass(60)
  expect(await story.heard(project)).toHaveLength(3)
})

test('the timeline says which step was taken and who was told', async () => {
  await pass(11)
  const entries = await fresh.db.sql`select detail from alert_event where type = 'escalate'`
  expect(entries).toEqual([{ detail: { step: 1, afterMinutes: 10, to: ['lead'] } }])
})

test('steps that were missed while no worker ran are taken at once', async () => {
  await pass(45)
  expect(await story.heard(project)).toEqual([
    'ops firing',
    'lead firing escalated',
    'boss firing escalated',
  ])
  const entries = await fresh.db.sql`select detail->>'step' as step from alert_event
    where type = 'escalate' order by id`
  expect(entries).toEqual([{ step: '1' }, { step: '2' }])
})

test('repeats and the end go to the channels that it was escalated to, and to no other', async () => {
  await pass(11)
  await story.deliver()
  await story.signal([project], 90)
  await story.deliver()
  const repeated = await story.heard(project)
  expect(repeated.slice(2)).toEqual(['ops repeat', 'lead repeat'])
  await story.report(project, 1, 8)
  const ended = await story.heard(project)
  expect(ended.slice(4).toSorted()).toEqual(['lead resolved', 'ops resolved'])
})

test('an alert that recovers is not escalated, and one that relapses counts on', async () => {
  await story.report(project, 1, 1)
  expect(await story.nextLook(project)).toBeNull()
  await story.report(project, 90, 1)
  await story.look()
  expect(await story.nextLook(project)).toBe(10)
})

test('a raised level ends an acknowledgement, and the count begins anew', async () => {
  const [row] = await fresh.db.sql`select now() + interval '1 day' as at`
  await fresh.db.sql`update project set level = 'low' where id = ${project}`
  await change({ level: 'low', acknowledged_until: row?.at, acknowledged_by_name: 'Wang' })
  await fresh.clock.advance(minutes(5))
  await fresh.db.sql`update project set level = 'high' where id = ${project}`
  await story.signal([project], 90)
  await story.look()
  expect(await story.timelineOf(project)).toContain('raise')
  expect(await story.nextLook(project)).toBe(10)
})

test('an alert that is over is escalated no more', async () => {
  await story.report(project, 1, 8)
  await pass(60)
  expect((await story.heard(project)).filter((line) => line.includes('escalated'))).toEqual([])
})

describe('what somebody has in hand waits for them', () => {
  const until = async (length: number) => {
    const [row] = await fresh.db.sql`select now() + ${`${length} minutes`}::interval as at`
    return row?.at
  }

  test('while it is acknowledged', async () => {
    await change({ acknowledged_until: await until(60), acknowledged_by_name: 'Wang' })
    await pass(11)
    expect(await story.heard(project)).toEqual(['ops firing'])
    expect(await story.nextLook(project)).toBe(49)
    await pass(50)
    expect(await story.nextLook(project)).toBe(9)
  })

  test('while it is snoozed; after that it goes on where it was', async () => {
    await change({ snoozed_until: await until(20) })
    await pass(11)
    expect(await story.heard(project)).toEqual(['ops firing'])
    await pass(10)
    expect(await story.heard(project)).toEqual(['ops firing', 'lead firing escalated'])
  })
})

test('a silence holds the escalation back like any other message, and the record says so', async () => {
  await fresh.db.sql`
    insert into silence (id, kind, name, remark, schedule, span_from, span_until, next_change_at,
      created_by_name, created_at)
    select gen_random_uuid(), 'silence', 'Rehearsal', '',
      jsonb_build_object('type', 'once', 'from', 0, 'until', 0), now(), now() + interval '1 day',
      now() + interval '1 day', 'Wang', now()`
  await pass(11)
  expect(await story.heard(project)).toEqual(['ops firing', 'lead repeat silenced'])
})

test('two workers that look at the same time take each step once', async () => {
  await fresh.clock.advance(minutes(11))
  await Promise.all([story.look(), story.look()])
  expect(await story.heard(project)).toEqual(['ops firing', 'lead firing escalated'])
})

test('a worker that is killed while it escalates loses nothing and tells nothing twice', async () => {
  await fresh.clock.advance(minutes(11))
  const worker = fileURLToPath(new URL('./dying-worker.fixture.ts', import.meta.url))
  await fresh.db.sql.begin(async (tx) => {
    await tx`lock table notification in share row exclusive mode`
    const child = fork(worker, [fresh.url], { execArgv: [] })
    const died = once(child, 'exit')
    const isWriting = async () => {
      const [row] = await fresh.db.sql`
        select from pg_stat_activity
        where datname = current_database() and application_name = 'dying worker'
          and wait_event_type = 'Lock'`
      return row !== undefined
    }
    await expect.poll(isWriting).toBe(true)
    child.kill('SIGKILL')
    expect(await died).toEqual([null, 'SIGKILL'])
  })
  expect(await story.heard(project)).toEqual(['ops firing'])
  await story.look()
  await story.look()
  expect(await story.heard(project)).toEqual(['ops firing', 'lead firing escalated'])
})

test('a step whose channels are gone is taken all the same, and names nobody', async () => {
  await fresh.db.sql`update channel set deleted_at = now() where id = ${lead}`
  await pass(11)
  expect(await story.heard(project)).toEqual(['ops firing'])
  const entries = await fresh.db
    .sql`select detail->'to' as "to" from alert_event where type = 'escalate'`
  expect(entries).toEqual([{ to: [] }])
})
