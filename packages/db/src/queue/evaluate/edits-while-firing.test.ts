import { type ProjectId, seconds } from '@highwater/core'
import { defaultProtectionLevelSettings } from '@highwater/core/policy'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { setParameters } from '../../../testing/set-parameters.ts'
import {
  acknowledgeAlert,
  type CommandContext,
  setProjectLevel,
  updateProject,
  updateProtectionLevels,
} from '../../commands/index.ts'
import { storyOf } from '../queue.fixture.ts'

let fresh: FreshDatabase
let admin: CommandContext
let story: ReturnType<typeof storyOf>
let orders: ProjectId
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
  story = storyOf(fresh)
  await seedChannel(fresh.db)
})
afterEach(() => fresh.close())

/** A project of this level that is so far behind, told of and delivered. */
async function firing(level: 'high' | 'medium' | 'low', latencySeconds: number) {
  orders = await seedProject(fresh.db, { level })
  await story.report(orders, 1, 2)
  await story.report(orders, latencySeconds, 1)
  await story.deliver()
}

async function setLevel(level: 'high' | 'medium' | 'low' | 'none') {
  await setProjectLevel(admin, { project: orders, level })
  await story.evaluate()
}

async function setHigh(changes: Partial<(typeof defaultProtectionLevelSettings)['high']>) {
  const { high, medium, low } = defaultProtectionLevelSettings
  const [current] = await fresh.db.sql<{ version: number }[]>`
    select max(version) as version from protection_policy`
  const version = current?.version ?? 1
  await updateProtectionLevels(admin, { high: { ...high, ...changes }, medium, low, version })
  await story.evaluate()
}

const alertId = async () => {
  const [row] = await fresh.db.sql<{ id: string }[]>`select id from alert where closed_at is null`
  return row?.id ?? ''
}

const secondsToNextRepeat = async () => {
  const [row] = await fresh.db.sql<{ length: number }[]>`
    select round(extract(epoch from next_notify_at - now()))::int as length from alert`
  return row?.length
}

/** Who ended the alert, as the newest news of an end says it; null where that names nobody. */
async function endedBy() {
  const [row] = await fresh.db.sql<{ by: { name: string } | null }[]>`
    select message -> 'closedBy' as by from notification where kind = 'resolved'
    order by sequence desc limit 1`
  return row?.by ?? null
}

describe('level changed while firing', () => {
  it('raised and still in breach: told at once, the acknowledgement is dropped, the repeat comes nearer', async () => {
    await firing('medium', 412)
    await acknowledgeAlert(admin, { alert: await alertId() })
    await setLevel('high')
    expect(await story.messagesOf(orders)).toEqual(['firing', 'repeat: level_raised'])
    const [alert] = await fresh.db.sql`select level, acknowledged_until, number from alert`
    expect(alert).toMatchObject({ level: 'high', acknowledged_until: null })
    expect(await secondsToNextRepeat()).toBeLessThanOrEqual(180)
  })

  it('lowered and still in breach: silent, the timeline keeps it, the repeat moves away', async () => {
    await firing('high', 412)
    await story.wait(seconds(50))
    await setLevel('medium')
    expect(await story.messagesOf(orders)).toEqual(['firing'])
    expect(await story.timelineOf(orders)).toEqual(['fire', 'adjust'])
    expect(await secondsToNextRepeat()).toBe(180)
  })

  it('no longer in breach: closed at once with the reason, and never called recovered', async () => {
    await firing('high', 100)
    await setLevel('medium')
    expect(await story.alertsOf(orders)).toMatchObject([{ close_reason: 'level_changed' }])
    expect(await story.messagesOf(orders)).toEqual(['firing', 'resolved'])
    const [told] = await fresh.db.sql`
      select message ->> 'closeReason' as reason from notification where kind = 'resolved'`
    expect(told?.reason).toBe('level_changed')
  })

  it('to No Protection: closed, and what was not sent yet is cancelled with the reason', async () => {
    orders = await seedProject(fresh.db)
    await story.report(orders, 1, 2)
    await story.report(orders, 90, 1)
    await setLevel('none')
    expect(await story.alertsOf(orders)).toMatchObject([{ close_reason: 'protection_removed' }])
    expect(await story.outboxOf(orders)).toEqual([
      'firing cancelled protection_removed',
      'resolved suppressed never_told_here',
    ])
  })

  it('to No Protection: told to those who had heard of it', async () => {
    await firing('high', 90)
    await setLevel('none')
    expect(await story.outboxOf(orders)).toEqual(['firing delivered', 'resolved pending'])
  })
})

describe('the news of an end that an edit brought', () => {
  const liLei = { name: 'Li Lei', note: null }
  beforeEach(() => {
    admin = { ...admin, actorName: 'Li Lei' }
  })

  it('names who changed the level, also among other edits of the project', async () => {
    await firing('high', 100)
    await setLevel('medium')
    await updateProject({ ...admin, actorName: 'Han Meimei' }, { project: orders, tags: ['pay'] })
    expect(await endedBy()).toEqual(liLei)
    expect(await story.timelineOf(orders)).toEqual(['fire', 'close: level_changed'])
    const [entry] = await fresh.db
      .sql`select actor_name, detail from alert_event where type = 'close'`
    expect(entry).toEqual({ actor_name: null, detail: { editedBy: 'Li Lei' } })
  })

  it('names who took the protection away', async () => {
    await firing('high', 90)
    await setLevel('none')
    expect(await endedBy()).toEqual(liLei)
  })

  it('names who changed the thresholds', async () => {
    await firing('high', 90)
    await setHigh({ latencySeconds: 100 })
    expect(await endedBy()).toEqual(liLei)
  })

  it('names nobody in the recovery after the edit was taken back', async () => {
    await firing('high', 90)
    await setHigh({ latencySeconds: 100 })
    await setHigh({})
    await story.report(orders, 1, 15)
    expect(await story.alertsOf(orders)).toMatchObject([{ close_reason: 'recovered' }])
    expect(await endedBy()).toBeNull()
  })
})

describe('threshold or frequency edited while firing', () => {
  it('above the figure: closed with the reason, and each transition names its policy version', async () => {
    await firing('high', 90)
    await setHigh({ latencySeconds: 100 })
    expect(await story.alertsOf(orders)).toMatchObject([{ close_reason: 'policy_changed' }])
    const versions = await fresh.db.sql`select policy_version as v from alert_event order by id`
    expect(versions.map((row) => row.v)).toEqual([1, 2])
  })

  it('still exceeded: silent, and the timeline keeps it', async () => {
    await firing('high', 90)
    await setHigh({ latencySeconds: 60 })
    expect(await story.timelineOf(orders)).toEqual(['fire', 'adjust'])
    expect(await story.messagesOf(orders)).toEqual(['firing'])
  })

  it('a shorter frequency brings the next repeat nearer', async () => {
    await firing('high', 90)
    await setHigh({ frequencyMinutes: 1 })
    expect(await secondsToNextRepeat()).toBe(60)
  })

  it('a longer pending time does not demote a firing alert', async () => {
    await firing('high', 90)
    await setParameters(fresh.db, { pendingSeconds: 3600 })
    await story.report(orders, 90, 3)
    expect(await story.alertsOf(orders)).toMatchObject([{ state: 'firing' }])
    expect(await story.timelineOf(orders)).toEqual(['fire'])
  })

  it('edited back within a minute: the same alert goes on, without a second first message', async () => {
    await firing('high', 90)
    await setHigh({ latencySeconds: 100 })
    await fresh.clock.advance(seconds(50))
    await setHigh({})
    expect(await story.alertsOf(orders)).toMatchObject([{ state: 'firing', close_reason: null }])
    expect(await story.timelineOf(orders)).toEqual(['fire', 'close: policy_changed', 'reinstate'])
    expect(await story.outboxOf(orders)).toEqual([
      'firing delivered',
      'resolved superseded superseded',
    ])
  })

  it('edited back later: a new alert', async () => {
    await firing('high', 90)
    await setHigh({ latencySeconds: 100 })
    await story.report(orders, 90, 7)
    await setHigh({})
    expect(await story.alertsOf(orders)).toMatchObject([{ state: 'closed' }, { state: 'firing' }])
  })
})
