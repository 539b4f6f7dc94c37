import { hours, type Instant, minutes, type ProjectId, seconds, toIso } from '@highwater/core'
import { defaultProtectionLevelSettings } from '@highwater/core/policy'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { aDepartment, adminContext, aProject } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel } from '../../../testing/seed.ts'
import { readNowFrom } from '../../client/now.ts'
import {
  acknowledgeAlert,
  type CommandContext,
  createMaintenanceWindow,
  createSilence,
  deleteSilence,
  endSilence,
  updateProtectionLevels,
  updateSilence,
} from '../../commands/index.ts'
import { storyOf } from '../queue.fixture.ts'
import { holdUnsent } from './hold-unsent.ts'
import { remindOfEnds } from './remind.ts'
import { settleReleased } from './settle-released.ts'
import { turnSilences } from './turn-silences.ts'

let fresh: FreshDatabase
let admin: CommandContext
let story: ReturnType<typeof storyOf>
let orders: ProjectId
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
  story = storyOf(fresh)
  await seedChannel(fresh.db)
  orders = await aProject(admin, { name: 'orders', tags: ['core'], protectionLevel: 'high' })
})
afterEach(() => fresh.close())

const now = () => readNowFrom(fresh.db.sql)
const inMinutes = async (length: number): Promise<Instant> =>
  ((await now()) + minutes(length)) as Instant

/** A silence of everything for half an hour, unless told otherwise. */
const silence = async (changes: Record<string, unknown> = {}) =>
  (await createSilence(admin, { name: 'upgrade', until: await inMinutes(30), ...changes })).id

/** What the worker's cycle does. */
async function work() {
  await holdUnsent(fresh.db, { consoleUrl: 'https://highwater.example' })
  await turnSilences(fresh.db, 100)
  await remindOfEnds(fresh.db)
  return settleReleased(fresh.db, { limit: 100, consoleUrl: 'https://highwater.example' })
}

const later = async (length: Parameters<FreshDatabase['clock']['advance']>[0]) => {
  await fresh.clock.advance(length)
  await work()
}

/** The project catches up and then falls far behind, so that its alert fires. */
async function fire() {
  await story.report(orders, 1, 1)
  await story.report(orders, 9_000, 1)
}

/** Time passes and the project is still behind, so that a repeat is due. */
async function stayBehind(length: Parameters<FreshDatabase['clock']['advance']>[0]) {
  await fresh.clock.advance(length)
  await story.report(orders, 9_000, 1)
}

/** As if every message had been sent. */
const deliver = () =>
  fresh.db.sql`update notification set state = 'delivered', next_attempt_at = null
    where state = 'pending'`

const notes = async () => {
  const rows = await fresh.db.sql<{ kind: string; note: string | null }[]>`
    select kind, message ->> 'note' as note from notification where state <> 'suppressed'
    order by sequence`
  return rows.map(({ kind, note }) => (note === null ? kind : `${kind}: ${note}`))
}

describe('a silence', () => {
  it('holds the first message of an alert, says which one held it, and the alert stands', async () => {
    const id = await silence()
    await fire()
    expect(await story.alertsOf(orders)).toMatchObject([{ event: 'sync_delay', state: 'firing' }])
    expect(await story.outboxOf(orders)).toEqual(['firing suppressed silenced'])
    const [held] = await fresh.db.sql`select reason_detail from notification`
    expect(held).toEqual({ reason_detail: { id, name: 'upgrade', until: expect.any(Number) } })
    expect(await story.timelineOf(orders)).toContain('held_by_silence: silenced')
  })

  it('tells at its end what still fires, as first news where nobody had heard of it', async () => {
    await silence()
    await fire()
    await later(minutes(31))
    expect(await notes()).toEqual(['firing: silence_ended'])
    expect(await story.timelineOf(orders)).toContain('silence_ended')
    await later(minutes(1))
    expect(await notes()).toHaveLength(1)
  })

  it('tells at once of a relapse after its end, though repeats come rarely', async () => {
    const { high, medium, low } = defaultProtectionLevelSettings
    const rarely = { ...high, frequencyMinutes: 600 }
    await updateProtectionLevels(admin, { high: rarely, medium, low, version: 1 })
    await silence()
    await fire()
    await fresh.clock.advance(minutes(29.5))
    await story.report(orders, 1, 4)
    expect(await story.alertsOf(orders)).toMatchObject([{ state: 'recovering' }])
    await work()
    expect(await notes()).toEqual([])
    await story.report(orders, 9_000, 2)
    expect(await notes()).toEqual(['firing'])
  })

  it('tells as a repeat where the alert was known before', async () => {
    await fire()
    await deliver()
    await silence({ until: await inMinutes(200) })
    await stayBehind(minutes(61))
    expect(await story.outboxOf(orders)).toContain('repeat suppressed silenced')
    await later(minutes(200))
    expect(await notes()).toEqual(['firing', 'repeat: silence_ended'])
  })

  it('has nothing to tell when it held nothing back', async () => {
    await fire()
    await deliver()
    await silence({ until: await inMinutes(5) })
    await later(minutes(6))
    expect(await notes()).toEqual(['firing'])
  })

  it('says nothing of what ended meanwhile to those who never heard of it', async () => {
    await silence()
    await fire()
    await story.report(orders, 0, 20)
    expect(await story.alertsOf(orders)).toMatchObject([{ state: 'closed' }])
    await later(hours(1))
    expect(await notes()).toEqual([])
    expect(await story.outboxOf(orders)).toContain('resolved suppressed never_told_here')
  })

  it('lets the end of an alert through to those who had heard of it', async () => {
    await fire()
    await deliver()
    await silence()
    await story.report(orders, 0, 20)
    expect(await notes()).toEqual(['firing', 'resolved'])
  })

  it('can be ended by hand, and deleted, with the same effect', async () => {
    const first = await silence()
    await fire()
    await endSilence(admin, { kind: 'silence', silence: first })
    await work()
    expect(await notes()).toEqual(['firing: silence_ended'])
    await deliver()
    const second = await silence({ until: await inMinutes(300) })
    await stayBehind(minutes(61))
    await deleteSilence(admin, { kind: 'silence', silence: second })
    await work()
    expect(await notes()).toEqual(['firing: silence_ended', 'repeat: silence_ended'])
  })

  it('leaves an acknowledged alert in peace', async () => {
    await silence()
    await fire()
    const [alert] = await fresh.db.sql<{ id: string }[]>`select id from alert`
    await acknowledgeAlert(admin, { alert: alert?.id ?? '' })
    await later(minutes(31))
    expect(await notes()).toEqual([])
    expect(await story.timelineOf(orders)).toContain('silence_ended: acknowledged')
  })

  it.each<[string, Record<string, unknown>]>([
    ['another event', { events: ['no_signal'] }],
    ['another level', { levels: ['low'] }],
    ['a tag that the project has not', { tags: ['core', 'night'] }],
  ])('about %s holds nothing', async (_case, scope) => {
    await silence(scope)
    await fire()
    expect(await notes()).toEqual(['firing'])
  })

  it('about the project but without it holds nothing', async () => {
    await silence({ exceptProjects: [orders] })
    await fire()
    expect(await notes()).toEqual(['firing'])
  })

  it('of one department leaves the others alone', async () => {
    const other = await aDepartment(fresh.db)
    await silence({ department: other.name })
    await fire()
    expect(await notes()).toEqual(['firing'])
  })

  it('that is to come holds nothing yet, and what it is asked to hold once it begins', async () => {
    await silence({ from: await inMinutes(10), until: await inMinutes(300) })
    await fire()
    await deliver()
    await later(minutes(11))
    await stayBehind(minutes(61))
    expect(await story.outboxOf(orders)).toEqual(['firing delivered', 'repeat suppressed silenced'])
  })
})

describe('what was owed before a silence began and has not left yet', () => {
  it('is held as soon as it is made, and told when it ends', async () => {
    await fire()
    await silence()
    await work()
    expect(await story.outboxOf(orders)).toEqual(['firing suppressed silenced'])
    expect(await story.timelineOf(orders)).toContain('held_by_silence: silenced')
    await later(minutes(31))
    expect(await notes()).toEqual(['firing: silence_ended'])
  })

  it('is held when one begins that was planned, and what it is not about still leaves', async () => {
    await silence({ from: await inMinutes(10), until: await inMinutes(60) })
    await silence({ from: await inMinutes(10), until: await inMinutes(60), events: ['no_signal'] })
    await fire()
    await work()
    expect(await notes()).toEqual(['firing'])
    await later(minutes(10))
    expect(await notes()).toEqual([])
  })

  it('the end of an alert still leaves', async () => {
    await fire()
    await deliver()
    await story.report(orders, 0, 20)
    await silence()
    await work()
    expect(await notes()).toEqual(['firing', 'resolved'])
  })
})

describe('several silences', () => {
  it('hide an alert until the last of them has ended, and then it is told once', async () => {
    await silence({ until: await inMinutes(10), name: 'short' })
    await silence({ until: await inMinutes(30), name: 'long' })
    await fire()
    await later(minutes(11))
    expect(await notes()).toEqual([])
    await later(minutes(30))
    expect(await notes()).toEqual(['firing: silence_ended'])
  })

  it('take an alert over from one another without a word', async () => {
    const first = await silence({ until: await inMinutes(60), name: 'first' })
    await fire()
    await silence({ until: await inMinutes(30), name: 'second' })
    await endSilence(admin, { kind: 'silence', silence: first })
    await work()
    expect(await notes()).toEqual([])
    await later(minutes(31))
    expect(await notes()).toEqual(['firing: silence_ended'])
  })

  it('an edit tells what is no longer hidden, and keeps hidden what still is', async () => {
    const id = await silence()
    await fire()
    await updateSilence(admin, { silence: id, name: 'renamed' })
    await work()
    expect(await notes()).toEqual([])
    await updateSilence(admin, { silence: id, events: ['no_signal'] })
    await work()
    expect(await notes()).toEqual(['firing: silence_ended'])
  })
})

describe('what comes again', () => {
  it('a daily period hides in its hours only, day after day', async () => {
    const hour = new Date(await now()).getUTCHours()
    const timeOfDay = (hoursAhead: number) =>
      `${String((hour + hoursAhead) % 24).padStart(2, '0')}:00`
    await silence({
      until: await inMinutes(5 * 24 * 60),
      daily: { from: timeOfDay(0), until: timeOfDay(2), timeZone: 'UTC' },
    })
    await fire()
    expect(await notes()).toEqual([])
    await later(hours(2))
    expect(await notes()).toEqual(['firing: silence_ended'])
    await deliver()
    await later(hours(22))
    await stayBehind(seconds(0))
    expect(await story.outboxOf(orders)).toContain('repeat suppressed silenced')
    await later(hours(2))
    expect(await notes()).toEqual(['firing: silence_ended', 'repeat: silence_ended'])
  })

  it('a maintenance window does, too, and names itself', async () => {
    const start = toIso(await now()).slice(0, 16)
    await createMaintenanceWindow(admin, {
      name: 'nightly',
      start,
      timeZone: 'UTC',
      durationMinutes: 120,
      rule: 'FREQ=DAILY',
    })
    await fire()
    expect(await story.outboxOf(orders)).toEqual(['firing suppressed maintenance'])
    await later(hours(2))
    expect(await notes()).toEqual(['firing: silence_ended'])
    await deliver()
    await later(hours(22))
    await stayBehind(seconds(0))
    expect(await story.outboxOf(orders)).toContain('repeat suppressed maintenance')
  })

  it('holds although no worker has moved it on since the last time', async () => {
    await createMaintenanceWindow(admin, {
      name: 'nightly',
      start: toIso(await now()).slice(0, 16),
      timeZone: 'UTC',
      durationMinutes: 120,
      rule: 'FREQ=DAILY',
    })
    await fresh.clock.advance(hours(24))
    await fire()
    expect(await notes()).toEqual([])
  })
})

describe('two workers, and one that dies', () => {
  it('tell once, whoever comes first', async () => {
    await silence()
    await fire()
    await fresh.clock.advance(minutes(31))
    await Promise.all([work(), work(), work()])
    expect(await notes()).toEqual(['firing: silence_ended'])
  })

  it('a death between the end and the telling loses nothing', async () => {
    await silence()
    await fire()
    await fresh.clock.advance(minutes(31))
    await turnSilences(fresh.db, 100)
    expect(await notes()).toEqual([])
    await work()
    expect(await notes()).toEqual(['firing: silence_ended'])
  })

  it('whoever ends a silence waits for what it is just holding back', async () => {
    const id = await silence()
    await fire()
    let ended: Promise<unknown> = Promise.resolve()
    await fresh.db.sql.begin(async (tx) => {
      await tx`select from silence for key share`
      let isOver = false
      ended = endSilence(admin, { kind: 'silence', silence: id }).then(() => {
        isOver = true
      })
      await tx`select pg_sleep(0.2)`
      expect(isOver).toBe(false)
      await tx`update silence_hold set times = times + 1`
    })
    await ended
    const [hold] = await fresh.db.sql`select times, release_at is not null as due from silence_hold`
    expect(hold).toEqual({ times: 2, due: true })
  })
})

describe('before a long silence ends', () => {
  it('the timeline of what it hides says so, once', async () => {
    await silence({ until: await inMinutes(5 * 60) })
    await fire()
    await later(minutes(4 * 60 + 31))
    await later(seconds(30))
    const entries = (await story.timelineOf(orders)).filter((entry) => entry === 'silence_ending')
    expect(entries).toHaveLength(1)
    await later(minutes(30))
    expect(await notes()).toEqual(['firing: silence_ended'])
  })

  it('a short one ends without', async () => {
    await silence()
    await fire()
    await later(minutes(20))
    expect(await story.timelineOf(orders)).not.toContain('silence_ending')
  })
})
