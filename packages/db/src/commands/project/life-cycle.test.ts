import { minutes, type ProjectId, seconds } from '@highwater/core'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { auditRows, expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { getProject } from '../../queries/project/get.ts'
import { listProjects } from '../../queries/project/list.ts'
import { readProjectPage } from '../../queries/project/page.ts'
import { storyOf } from '../../queue/queue.fixture.ts'
import type { CommandContext } from '../context.ts'
import { createProject } from './create-project.ts'
import { deleteProject } from './delete-project.ts'
import { deleteProjects } from './delete-projects.ts'
import { releaseProjects } from './release-projects.ts'
import { pauseWatching, resumeWatching } from './watch-projects.ts'

let fresh: FreshDatabase
let admin: CommandContext
let story: ReturnType<typeof storyOf>
let orders: ProjectId
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
  story = storyOf(fresh)
  await seedChannel(fresh.db)
  orders = await seedProject(fresh.db)
  await story.report(orders, 1, 2)
})
afterEach(() => fresh.close())

const chosen = () => ({ projects: [orders] })
const pause = (own: Parameters<typeof pauseWatching>[1]['own'] = {}) =>
  pauseWatching(admin, { choice: chosen(), own })
const resume = () => resumeWatching(admin, { choice: chosen(), own: {} })
const release = () => releaseProjects(admin, { choice: chosen(), own: {} })

describe('a project that is not watched', () => {
  it('has its alerts closed as paused, and nothing fires while it falls behind or silent', async () => {
    await story.report(orders, 90, 1)
    await story.deliver()
    expect(await pause({ reason: 'upgrade' })).toEqual({ changed: 1, unchanged: [] })
    await story.evaluate()
    expect(await story.alertsOf(orders)).toMatchObject([{ close_reason: 'project_paused' }])
    expect(await story.messagesOf(orders)).toEqual(['firing', 'resolved'])
    await story.report(orders, 900, 5)
    await story.send(orders, { state: 'failed' })
    await story.wait(minutes(60 * 24))
    expect(await story.alertsOf(orders)).toHaveLength(1)
  })

  it('goes on being heard, but its signals make nothing due', async () => {
    await pause()
    await story.evaluate()
    await story.report(orders, 900, 1)
    const [row] = await fresh.db.sql`
      select due_at, latency_ms::int from project_state where project_id = ${orders}`
    expect(row).toEqual({ due_at: null, latency_ms: 900_000 })
  })

  it('is shown and found as such, with who, why and until when', async () => {
    await pause({ minutes: 30, reason: 'upgrade' })
    const shown = await getProject(fresh.db, admin.actor, orders)
    expect(shown).toMatchObject({
      isWatched: false,
      state: 'running',
      watchPause: { reason: 'upgrade', byName: admin.actorName, until: expect.any(Number) },
    })
    const { findings } = await readProjectPage(fresh.db, admin.actor, orders)
    expect(findings.latency).toMatchObject({ is: 'inapplicable', reason: 'not_watched' })
    const listed = async (watched: boolean) =>
      (await listProjects(fresh.db, admin.actor, { watched })).items.map(({ id }) => id)
    expect(await listed(false)).toEqual([orders])
    await fresh.clock.advance(minutes(31))
    expect(await listed(false)).toEqual([])
    expect(await listed(true)).toEqual([orders])
    expect((await getProject(fresh.db, admin.actor, orders)).watchPause).toBeNull()
  })

  it('is watched again at the named end without a signal, and gets time to catch up', async () => {
    await pause({ minutes: 30 })
    await story.evaluate()
    await fresh.clock.advance(minutes(29))
    await story.report(orders, 900, 6)
    expect(await story.alertsOf(orders)).toEqual([])
    await story.report(orders, 900, 10)
    expect(await story.alertsOf(orders)).toEqual([])
    await story.report(orders, 900, 3)
    expect(await story.alertsOf(orders)).toMatchObject([{ event: 'sync_delay', state: 'firing' }])
  })

  it('gets the same time when a person watches it again', async () => {
    await pause()
    await fresh.clock.advance(minutes(10))
    await resume()
    await story.evaluate()
    await story.report(orders, 900, 11)
    expect(await story.alertsOf(orders)).toEqual([])
    await story.report(orders, 900, 2)
    expect(await story.alertsOf(orders)).toMatchObject([{ event: 'sync_delay', state: 'firing' }])
  })

  it('is not accused of the silence in which nobody watched', async () => {
    await pause()
    await fresh.clock.advance(minutes(60))
    await resume()
    await story.wait(seconds(30))
    expect(await story.alertsOf(orders)).toEqual([])
    await story.wait(seconds(31))
    expect(await story.alertsOf(orders)).toMatchObject([{ event: 'no_signal' }])
  })

  it('stays so whatever its source says', async () => {
    await pause()
    await story.send(orders, { state: 'running', latencySeconds: 900 })
    expect((await getProject(fresh.db, admin.actor, orders)).isWatched).toBe(false)
  })

  it('is audited with reason and end; done twice alike it is no change', async () => {
    await pause({ reason: 'upgrade' })
    await expectAudit(fresh.db, { action: 'project.watch' })
    await expectNoAudit(fresh.db, () => pause({ reason: 'upgrade' }))
    expect(await pause({ reason: 'longer upgrade' })).toMatchObject({ changed: 1 })
    await resume()
    expect(await resume()).toMatchObject({ changed: 0, unchanged: [{ code: 'already_so' }] })
  })

  it('cannot be paused until a time that has passed', async () => {
    await expect(pause({ until: 1 })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

describe('a released project', () => {
  it('closes its alerts, and tells a first message that was not sent together with the end', async () => {
    await story.report(orders, 90, 1)
    await story.send(orders, { state: 'failed' })
    await release()
    await story.evaluate()
    expect(await story.alertsOf(orders)).toMatchObject([{ close_reason: 'project_released' }])
    expect(await story.messagesOf(orders)).toEqual([
      'firing',
      'resolved: first_news_of_a_closed_alert',
    ])
  })

  it('refuses late and new signals, and nothing reopens', async () => {
    await story.report(orders, 90, 1)
    await story.send(orders, { state: 'failed' })
    await release()
    for (const signal of [{ latencySeconds: 900 }, { state: 'running' as const }]) {
      await fresh.clock.advance(seconds(10))
      const { rejected } = await story.send(orders, signal)
      expect(rejected).toMatchObject([{ code: 'released' }])
      await story.evaluate()
    }
    const late = await story.send(orders, {
      latencySeconds: 900,
      observedAt: '2020-01-01T00:00:00Z',
    })
    expect(late).toMatchObject({ late: 0, rejected: [{ code: 'released' }] })
    await story.wait(minutes(60))
    expect(await story.alertsOf(orders)).toMatchObject([{ state: 'closed' }])
    expect(await getProject(fresh.db, admin.actor, orders)).toMatchObject({ state: 'released' })
  })

  it('was paused, failed or finished before, or not watched; what works is not released', async () => {
    expect(await release()).toMatchObject({ changed: 0, unchanged: [{ code: 'wrong_state' }] })
    await pause()
    expect(await release()).toMatchObject({ changed: 1 })
    expect(await release()).toMatchObject({ unchanged: [{ code: 'already_so' }] })
    await expectAudit(fresh.db, {
      action: 'project.release',
      changes: [{ path: 'state', before: 'running', after: 'released' }],
    })
  })

  it('is deleted in bulk, which a running one is not', async () => {
    const running = await seedProject(fresh.db)
    await story.send(running, { latencySeconds: 1 })
    await pause()
    await release()
    const result = await deleteProjects(admin, {
      choice: { projects: [orders, running] },
      own: {},
    })
    expect(result).toMatchObject({
      changed: 1,
      unchanged: [{ project: running, code: 'wrong_state', message: expect.any(String) }],
    })
    const deletions = (await auditRows(fresh.db)).filter((row) => row.action === 'project.delete')
    expect(deletions.map((row) => row.targetId)).toEqual([orders])
  })
})

describe('a finished project', () => {
  it('is not revived by a figure that comes after its end, only by its source saying that it runs', async () => {
    await story.send(orders, { state: 'finished' })
    await story.report(orders, 900, 1)
    expect(await getProject(fresh.db, admin.actor, orders)).toMatchObject({ state: 'finished' })
    await fresh.clock.advance(seconds(10))
    await story.send(orders, { state: 'running' })
    expect(await getProject(fresh.db, admin.actor, orders)).toMatchObject({ state: 'running' })
  })
})

describe('a deleted project', () => {
  it('leaves its key to one that somebody creates, and signals alone bring nothing back', async () => {
    const key = `${orders}-key`
    await deleteProject(admin, { project: orders })
    const refused = await story.send(key as ProjectId, { latencySeconds: 1 })
    expect(refused.rejected).toMatchObject([{ code: 'deleted' }])
    const { id } = await createProject(admin, {
      name: 'orders again',
      kind: 'synchronization',
      externalKey: key,
    })
    expect(await story.send(key as ProjectId, { latencySeconds: 1 })).toMatchObject({ accepted: 1 })
    expect(await getProject(fresh.db, admin.actor, id)).toMatchObject({ state: 'running' })
  })
})
