import { type AlertId, type ChannelId, minutes, type ProjectId } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedProject } from '../../../testing/seed.ts'
import { readNextEscalation } from '../../queries/alert/next-escalation.ts'
import { listSubscriptions } from '../../queries/index.ts'
import { admin } from '../../queries/queries.fixture.ts'
import { escalationStoryOf } from '../../queue/escalate/escalate.fixture.ts'
import type { CommandContext } from '../context.ts'
import { updateSubscription } from '../subscription/update-subscription.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { snoozeAlert, unsnoozeAlert } from './snooze-alert.ts'
import { unacknowledgeAlert } from './unacknowledge-alert.ts'

let fresh: FreshDatabase
let context: CommandContext
let story: ReturnType<typeof escalationStoryOf>
let ops: ChannelId
let lead: ChannelId
let project: ProjectId
let alert: AlertId

/** It fires at once; ten minutes later `lead` hears of it. */
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  context = await adminContext(fresh.db)
  story = escalationStoryOf(fresh)
  ops = await story.channel('ops')
  lead = await story.channel('lead')
  await story.escalate(ops, [10, lead])
  project = await seedProject(fresh.db)
  await story.breach([project])
  await story.deliver()
  alert = await story.alertOf(project)
})
afterEach(() => fresh.close())

const pass = async (length: number) => {
  await fresh.clock.advance(minutes(length))
  await story.look()
}
const escalated = 'lead firing escalated'

test('an acknowledgement stops the escalation, and taking it back begins the count anew', async () => {
  await pass(5)
  await acknowledgeAlert(context, { alert })
  expect(await story.nextLook(project)).toBeNull()
  await pass(30)
  expect(await story.heard(project)).toEqual(['ops firing'])
  await unacknowledgeAlert(context, { alert })
  await pass(9)
  expect(await story.heard(project)).toEqual(['ops firing'])
  await pass(2)
  expect(await story.heard(project)).toEqual(['ops firing', escalated])
})

test('when an acknowledgement ends by itself, the count begins with its end', async () => {
  await acknowledgeAlert(context, { alert, minutes: 20 })
  await pass(21)
  expect(await story.heard(project)).toEqual(['ops firing'])
  expect(await story.nextLook(project)).toBe(9)
  await pass(10)
  expect(await story.heard(project)).toEqual(['ops firing', escalated])
})

test('a snooze that is ended early lets a step that is overdue be taken at once', async () => {
  await snoozeAlert(context, { alert, minutes: 60 })
  await pass(11)
  expect(await story.heard(project)).toEqual(['ops firing'])
  await unsnoozeAlert(context, { alert })
  await story.look()
  expect(await story.heard(project)).toEqual(['ops firing', escalated])
})

test('the page of the alert says who is told next, and nothing once somebody has it in hand', async () => {
  expect(await readNextEscalation(fresh.db, alert)).toMatchObject({ to: ['lead'] })
  await acknowledgeAlert(context, { alert, minutes: 20 })
  expect(await readNextEscalation(fresh.db, alert)).toBeNull()
  await unacknowledgeAlert(context, { alert })
  await pass(11)
  expect(await readNextEscalation(fresh.db, alert)).toBeNull()
})

test('steps that a subscription gets while an alert fires count from when it fired', async () => {
  const [standard] = await listSubscriptions(fresh.db, admin)
  if (standard === undefined) throw new Error('There is a default subscription.')
  const step = (afterMinutes: number) => ({ afterMinutes, channels: [lead] })
  const change = async (escalation: ReturnType<typeof step>[]) => {
    await updateSubscription(context, { subscription: standard.id, escalation })
    await story.look()
  }
  await change([])
  expect(await story.nextLook(project)).toBeNull()
  await fresh.clock.advance(minutes(6))
  await change([step(60)])
  expect(await story.nextLook(project)).toBe(54)
  await change([step(5), step(60)])
  expect(await story.heard(project)).toEqual(['ops firing', escalated])
})
