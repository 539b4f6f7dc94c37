import { hours, instant, millis, minutes, seconds } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { LevelSettings } from '@highwater/core/policy'
import { settings } from '@highwater/core/testing'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import {
  adminContext,
  anAccount,
  aProject,
  type FreshDatabase,
  freshDatabase,
  seedProject,
} from '../../../testing/index.ts'
import { setParameters } from '../../../testing/set-parameters.ts'
import { readNowFrom } from '../../client/now.ts'
import { createLevelRule, updateProtectionLevels } from '../../commands/index.ts'
import { storyOf } from '../../queue/queue.fixture.ts'
import { rollUpHour } from '../../queue/roll-up/roll-up.ts'
import { previewLevelChange, previewLevels, previewRuledAlerts } from './preview.ts'
import { type PolicyPreview, resultOf } from './wonder.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>
let admin: Actor

const preview = (high: Partial<LevelSettings>): Promise<PolicyPreview> =>
  resultOf(previewLevels(fresh.db, admin, { ...settings({ high }), version: 1 }))

/** Days on which something would have opened, before and after. */
const eventful = ({ backtest }: PolicyPreview) =>
  backtest.days.flatMap(({ before, after, resolution }) =>
    before + after > 0 ? [{ before, after, resolution }] : [],
  )

async function rollUpAll() {
  while ((await rollUpHour(fresh.db)) !== null);
}

/** Away from midnight, so that a story does not fall onto two days. */
async function toNoon() {
  const now = await readNowFrom(fresh.db.sql)
  const noon = instant(Math.ceil(now / hours(24)) * hours(24) + hours(12))
  await fresh.clock.advance(millis(noon - now))
  await rollUpAll()
}

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
  admin = (await adminContext(fresh.db)).actor
  await toNoon()
})
afterEach(() => fresh.close())

describe('the impact of an edit', () => {
  it('names the open alert that higher limits would close', async () => {
    const project = await seedProject(fresh.db, { namePrefix: 'orders' })
    await story.report(project, 2, 3)
    await story.report(project, 45, 3)
    const { impact, projects } = await preview({ latencySeconds: 60 })
    expect(projects).toBe(1)
    expect(impact.wouldOpen).toEqual({ count: 0, items: [] })
    expect(impact.wouldClose).toMatchObject({
      count: 1,
      items: [
        {
          project: { id: project, name: 'orders-1' },
          event: 'sync_delay',
          level: 'high',
          observedSeconds: 45,
          thresholdSeconds: 60,
        },
      ],
    })
  })

  it('tells how far off each stands by now, not when people were told of it last', async () => {
    const behind = await seedProject(fresh.db)
    const stopped = await seedProject(fresh.db)
    await story.report(stopped, 2, 3)
    await story.send(stopped, { state: 'failed' })
    await story.report(behind, 2, 3)
    await story.report(behind, 400, 1)
    await story.report(behind, 50, 5)
    const { impact } = await preview({ latencySeconds: 60, interruptionSeconds: 250 })
    const told = impact.wouldClose.items.map(({ event, observedSeconds: figure }) => [
      event,
      Math.round((figure ?? 0) / 10) * 10,
    ])
    expect(told).toEqual([
      ['sync_delay', 50],
      ['sync_failed', 90],
    ])
  })

  it('names what lower limits would open, and writes nothing', async () => {
    const project = await seedProject(fresh.db)
    await story.report(project, 2, 1)
    await story.report(project, 20, 3)
    const { impact } = await preview({ latencySeconds: 10 })
    expect(impact.wouldClose.count).toBe(0)
    expect(impact.wouldOpen).toMatchObject({
      count: 1,
      items: [{ alert: null, event: 'sync_delay', observedSeconds: 20, thresholdSeconds: 10 }],
    })
    expect(await story.alertsOf(project)).toEqual([])
  })

  it('leaves out projects whose limits stay, also where only the frequency differs', async () => {
    const low = await seedProject(fresh.db, { level: 'low' })
    await story.report(low, 2_000, 3)
    expect(await preview({ latencySeconds: 10 })).toMatchObject({ projects: 0 })
    await seedProject(fresh.db)
    expect(await preview({ frequencyMinutes: 30 })).toMatchObject({ projects: 0 })
  })
})

describe('a backtest', () => {
  /** Two breaches, half an hour apart: one of 45 s and one of 90 s. */
  async function twoBreaches() {
    const project = await seedProject(fresh.db)
    for (const behind of [45, 90]) {
      await story.report(project, 2, 3)
      await story.report(project, behind, 8)
      await story.report(project, 2, 8)
      await fresh.clock.advance(minutes(30))
    }
    await story.report(project, 2, 1)
    return project
  }

  it('counts from the signals themselves what has not been rolled up', async () => {
    const project = await twoBreaches()
    expect(await story.alertsOf(project)).toHaveLength(2)
    const higher = await preview({ latencySeconds: 60 })
    expect(eventful(higher)).toEqual([{ before: 2, after: 1, resolution: 'signal' }])
    expect(eventful(await preview({ latencySeconds: 1 }))).toMatchObject([{ before: 2, after: 1 }])
    expect(higher.backtest.days).toHaveLength(30)
    expect(higher.backtest.days.filter((day) => day.resolution === 'none')).toHaveLength(29)
  })

  it('counts on the days of whoever asks', async () => {
    const project = await twoBreaches()
    // In Shanghai it is midnight at 16:00 UTC.
    await fresh.clock.advance(hours(5))
    await story.report(project, 45, 8)
    await story.report(project, 2, 8)
    const proposed = { ...settings({ high: { latencySeconds: 60 } }), version: 1 }
    const wondered = (zone: string) => resultOf(previewLevels(fresh.db, admin, proposed, zone))
    expect(eventful(await wondered('UTC'))).toMatchObject([{ before: 3, after: 1 }])
    expect(eventful(await wondered('Asia/Shanghai'))).toMatchObject([
      { before: 2, after: 1 },
      { before: 1, after: 0 },
    ])
  })

  it('counts the same from the figures by the minute, and says so', async () => {
    await twoBreaches()
    await fresh.clock.advance(hours(3))
    await rollUpAll()
    expect(eventful(await preview({ latencySeconds: 60 }))).toEqual([
      { before: 2, after: 1, resolution: 'minute' },
    ])
  })

  it('counts them still when the signals are long gone, and by the hour when the minutes are', async () => {
    await twoBreaches()
    await fresh.clock.advance(hours(24 * 20))
    await rollUpAll()
    await fresh.db.sql`truncate signal`
    expect(eventful(await preview({ latencySeconds: 60 }))).toEqual([
      { before: 2, after: 1, resolution: 'minute' },
    ])
    await fresh.db.sql`truncate history_minute`
    await setParameters(fresh.db, { minuteHistoryDays: 10 })
    expect(eventful(await preview({ latencySeconds: 60 }))).toMatchObject([
      { after: 1, resolution: 'hour' },
    ])
  })

  it('counts interruptions from the changes of state', async () => {
    const project = await seedProject(fresh.db)
    await story.report(project, 2, 3)
    await story.send(project, { state: 'failed' })
    await fresh.clock.advance(seconds(50))
    await story.send(project, { state: 'running', latencySeconds: 2 })
    await fresh.clock.advance(hours(3))
    await rollUpAll()
    expect(eventful(await preview({ interruptionSeconds: 60 }))).toEqual([
      { before: 1, after: 0, resolution: 'minute' },
    ])
  })

  it('tells how far it has come, and ends with the result', async () => {
    await twoBreaches()
    const news = []
    const proposal = { ...settings({ high: { latencySeconds: 60 } }), version: 1 }
    for await (const item of previewLevels(fresh.db, admin, proposal)) news.push(item.is)
    expect(news).toEqual(['progress', 'result'])
  })
})

describe('another level for some projects', () => {
  it('closes and opens what its thresholds decide, and counts the past under both levels', async () => {
    const [late, loud] = [
      await seedProject(fresh.db),
      await seedProject(fresh.db, { level: 'none' }),
    ]
    await story.report(late, 2, 3)
    await story.report(late, 45, 3)
    await story.report(loud, 2, 3)
    await story.report(loud, 2_000, 3)
    await story.send(late, { latencySeconds: 45 })
    const wonder = (level: 'low' | 'none', projects = [late, loud], viewer = admin) =>
      resultOf(previewLevelChange(fresh.db, viewer, { level, projects }))
    const low = await wonder('low')
    expect(low).toMatchObject({
      projects: 2,
      impact: {
        wouldClose: { items: [{ project: { id: late }, level: 'low', thresholdSeconds: 900 }] },
        wouldOpen: { items: [{ project: { id: loud }, observedSeconds: 2_000 }] },
      },
    })
    expect(eventful(low)).toEqual([{ before: 1, after: 1, resolution: 'signal' }])
    const none = await wonder('none')
    // It was silent for a while, so that "no signal" is open too.
    expect(none).toMatchObject({ projects: 1, impact: { wouldClose: { count: 2 } } })
    expect(eventful(none)).toMatchObject([{ before: 1, after: 0 }])
    const { actor } = await anAccount(fresh.db)
    expect(await wonder('low', [late, loud], actor)).toMatchObject({ projects: 0 })
  })
})

describe('the level rules, applied to the projects that there are', () => {
  it('close and open what the levels that they give decide, project by project', async () => {
    const context = await adminContext(fresh.db)
    await createLevelRule(context, { level: 'low', tag: 'batch', department: null })
    await createLevelRule(context, { level: 'high', tag: 'pay', department: null })
    const late = await aProject(context, { name: 'late', tags: ['batch'], protectionLevel: 'high' })
    const loud = await aProject(context, { name: 'loud', tags: ['pay'], protectionLevel: 'none' })
    const other = await seedProject(fresh.db)
    for (const project of [late, loud, other]) await story.report(project, 2, 3)
    await story.report(late, 45, 3)
    await story.report(loud, 45, 3)
    await story.send(late, { latencySeconds: 45 })
    expect(await resultOf(previewRuledAlerts(fresh.db, admin))).toMatchObject({
      projects: 2,
      impact: {
        wouldClose: { items: [{ project: { id: late }, level: 'low', thresholdSeconds: 900 }] },
        wouldOpen: { items: [{ project: { id: loud }, level: 'high', thresholdSeconds: 30 }] },
      },
    })
  })
})

describe('a preview is refused', () => {
  it('to whoever may not save', async () => {
    const { actor } = await anAccount(fresh.db)
    await expect(resultOf(previewRuledAlerts(fresh.db, actor))).rejects.toMatchObject({
      code: 'forbidden',
    })
    const news = previewLevels(fresh.db, actor, { ...settings(), version: 1 })
    await expect(resultOf(news)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('when the levels have been changed meanwhile, as saving would be', async () => {
    const context = await adminContext(fresh.db)
    await updateProtectionLevels(context, {
      ...settings({ high: { latencySeconds: 20 } }),
      version: 1,
    })
    await expect(preview({ latencySeconds: 10 })).rejects.toMatchObject({ code: 'conflict' })
  })
})
