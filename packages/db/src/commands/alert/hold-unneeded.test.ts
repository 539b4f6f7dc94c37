import { type AlertId, minutes, type ProjectId, seconds } from '@highwater/core'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { deliveryStoryOf, outcome } from '../../queue/deliver/deliver.fixture.ts'
import { escalationStoryOf } from '../../queue/escalate/escalate.fixture.ts'
import { routingStoryOf } from '../../queue/outbox/routing.fixture.ts'
import type { CommandContext } from '../context.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { snoozeAlert } from './snooze-alert.ts'

let fresh: FreshDatabase
let admin: CommandContext
let story: ReturnType<typeof routingStoryOf>
let delivery: ReturnType<typeof deliveryStoryOf>
let project: ProjectId
let alert: AlertId

/** An alert that was told, and of which a repeat waits. */
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
  story = routingStoryOf(fresh)
  delivery = deliveryStoryOf(fresh)
  await seedChannel(fresh.db)
  project = await seedProject(fresh.db)
  await story.breach([project])
  await story.deliver()
  await story.keepReporting([[project, 90]], 19)
  expect(await story.outboxOf(project)).toEqual(['firing delivered', 'repeat pending'])
  const [row] = await fresh.db.sql<{ id: AlertId }[]>`select id from alert`
  if (!row) throw new Error('There is no alert.')
  alert = row.id
})
afterEach(() => fresh.close())

const status = async () => (await fresh.db.sql`select status from alert_sending`)[0]?.status

test('a repeat that waits is not sent once somebody has acknowledged the alert', async () => {
  await acknowledgeAlert(admin, { alert })
  expect(await story.outboxOf(project)).toEqual([
    'firing delivered',
    'repeat suppressed acknowledged',
  ])
  expect(await status()).toBe('successful')
  expect(await delivery.claim()).toEqual([])
})

test('a repeat that waits is not sent while the alert is snoozed, and it is told again afterwards', async () => {
  await snoozeAlert(admin, { alert, minutes: 5 })
  expect(await story.outboxOf(project)).toEqual(['firing delivered', 'repeat suppressed snoozed'])
  await story.keepReporting([[project, 90]], 31)
  expect(await story.outboxOf(project)).toEqual([
    'firing delivered',
    'repeat suppressed snoozed',
    'repeat pending',
  ])
})

test('a repeat that is just being sent is not tried again once the alert is acknowledged', async () => {
  const [sending] = await delivery.claim()
  await acknowledgeAlert(admin, { alert })
  await delivery.settle(sending, outcome('transient'))
  expect(await story.outboxOf(project)).toEqual([
    'firing delivered',
    'repeat suppressed acknowledged',
  ])
  expect(await status()).toBe('successful')
  await fresh.clock.advance(minutes(1))
  expect(await delivery.claim()).toEqual([])
})

test('a first message that waits is sent though the alert is acknowledged', async () => {
  const other = await seedProject(fresh.db)
  await story.breach([other])
  const [row] = await fresh.db.sql<{ id: AlertId }[]>`
    select id from alert where project_id = ${other}`
  if (!row) throw new Error('There is no alert.')
  await acknowledgeAlert(admin, { alert: row.id })
  await fresh.clock.advance(seconds(1))
  expect((await delivery.claim()).map(({ kind, alertId }) => [kind, alertId])).toContainEqual([
    'firing',
    row.id,
  ])
})

describe('what escalates an alert', () => {
  beforeEach(async () => {
    const told = await seedChannel(fresh.db)
    const lead = await seedChannel(fresh.db)
    const stories = escalationStoryOf(fresh)
    await stories.escalate(told, [10, lead])
    project = await seedProject(fresh.db)
    await story.breach([project])
    alert = await stories.alertOf(project)
    await story.deliver()
    await fresh.clock.advance(minutes(11))
    await stories.look()
    expect(await story.outboxOf(project)).toEqual(['firing delivered', 'firing pending'])
  })

  test('and waits to be sent is not sent once somebody has acknowledged it', async () => {
    await acknowledgeAlert(admin, { alert })
    expect(await story.outboxOf(project)).toEqual([
      'firing delivered',
      'firing suppressed acknowledged',
    ])
  })

  test('and fails after somebody has acknowledged it is not tried again', async () => {
    const sending = (await delivery.claim()).find(({ alertId }) => alertId === alert)
    await acknowledgeAlert(admin, { alert })
    await delivery.settle(sending, outcome('transient'))
    expect(await story.outboxOf(project)).toEqual([
      'firing delivered',
      'firing suppressed acknowledged',
    ])
  })
})
