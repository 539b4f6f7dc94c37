import type { ChannelId, ProjectId } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedProject } from '../../../testing/seed.ts'
import { escalationStoryOf } from '../../queue/escalate/escalate.fixture.ts'
import { monthStart } from '../../queue/outbox/load-channels.ts'
import { type RoutingTest, testRouting } from './test-routing.ts'

let fresh: FreshDatabase
let ops: ChannelId
let lead: ChannelId
let boss: ChannelId
let project: ProjectId

/** Whoever fires it tells `ops`; ten minutes later `lead`, and after half an hour `boss`. */
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  const story = escalationStoryOf(fresh)
  ops = await story.channel('ops')
  lead = await story.channel('lead')
  boss = await story.channel('boss')
  await story.escalate(ops, [10, lead], [30, boss])
  project = await seedProject(fresh.db)
})
afterEach(() => fresh.close())

const change = async (channel: ChannelId, columns: Record<string, unknown>) => {
  await fresh.db.sql`update channel set ${fresh.db.sql(columns)} where id = ${channel}`
}
const namesOf = (channels: readonly { readonly name: string }[]) => channels.map(({ name }) => name)
const reasonsOf = (held: RoutingTest['notTold']) => held.map(({ reason }) => reason)
async function ask(): Promise<RoutingTest> {
  const { actor } = await adminContext(fresh.db)
  return testRouting(fresh.db, actor, { project })
}
const stepsOf = ({ escalation }: RoutingTest) =>
  escalation.map((step) => [step.afterMinutes, namesOf(step.channels), reasonsOf(step.notTold)])
/** One message a month, and one has been sent; its robot is its own. */
async function spendQuota(channel: ChannelId) {
  await change(channel, { monthly_quota: 1, budget_key: 'its own' })
  await fresh.db.sql`
    insert into channel_bucket (key, sent_at, month_start, month_sent)
    values ('its own', '{}', ${monthStart(fresh.db.sql)}, 1)`
}

test('a step of escalation names whom it tells', async () => {
  expect(stepsOf(await ask())).toEqual([
    [10, ['lead'], []],
    [30, ['boss'], []],
  ])
})

test('a step promises nothing through a channel that is off, or of a kind that is', async () => {
  await change(lead, { enabled: false })
  await change(boss, { kind_allowed: false })
  expect(stepsOf(await ask())).toEqual([
    [10, [], ['all_channels_disabled']],
    [30, [], ['channel_kind_off']],
  ])
})

test('a channel that is cut off says that its messages wait', async () => {
  await fresh.db.sql`update channel set breaker_opened_at = now() where id = ${ops}`
  const { told, escalation } = await ask()
  expect(told.map(({ channel }) => channel.waits)).toEqual(['cut_off'])
  expect(escalation.flatMap(({ channels }) => channels.map(({ waits }) => waits))).toEqual([
    null,
    null,
  ])
})

test('one whose quota is used up says so where no fallback can take over', async () => {
  await spendQuota(ops)
  const { told, notTold } = await ask()
  expect(told.map(({ channel }) => [channel.name, channel.waits])).toEqual([
    ['ops', 'quota_used_up'],
  ])
  expect(notTold).toEqual([])
})

test('a fallback that takes over is told in place of it, also in a step', async () => {
  await spendQuota(ops)
  await change(ops, { fallback_channel_id: lead })
  const { told, notTold } = await ask()
  expect(told.map(({ channel }) => [channel.name, channel.waits])).toEqual([['lead', null]])
  expect(notTold).toMatchObject([{ channel: { name: 'ops' }, reason: 'quota_used_up' }])
})
