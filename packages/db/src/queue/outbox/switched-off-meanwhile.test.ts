import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { adminContext, anAccount } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { beginUntilStill } from '../../../testing/standing-still.ts'
import type { TransactionSql } from '../../client/connect.ts'
import { type CommandContext, switchChannelKindOff, updateProject } from '../../commands/index.ts'
import { deliveryStoryOf, outcome } from '../deliver/deliver.fixture.ts'
import { peopleStoryOf } from './people.fixture.ts'
import { routingStoryOf } from './routing.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>
let admin: CommandContext

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
  admin = await adminContext(fresh.db)
})
afterEach(() => fresh.close())

/** Something has been changed and is committed only when what begins meanwhile stands still, or is over. */
async function whileChanging(
  change: (tx: TransactionSql) => Promise<unknown>,
  ...beginnings: readonly (() => Promise<unknown>)[]
): Promise<void> {
  const begun: { readonly underWay: Promise<unknown> }[] = []
  await fresh.db.sql.begin(async (tx) => {
    await change(tx)
    for (const begin of beginnings) begun.push(await beginUntilStill(fresh.db, begin))
  })
  await Promise.all(begun.map(({ underWay }) => underWay))
}

test('news that is just being written when its kind of channel is switched off is not sent', async () => {
  await seedChannel(fresh.db, { kind: 'dingtalk' })
  await story.breach([await seedProject(fresh.db)])
  await story.deliver()
  const project = await seedProject(fresh.db)
  await whileChanging(
    (tx) => tx`select from subscription_flow for update`,
    () => story.breach([project]),
    () => switchChannelKindOff(admin, { kind: 'dingtalk' }),
  )
  expect(await story.outboxOf(project)).toEqual(['firing cancelled channel_kind_off'])
})

test('news that waits for the end of a change learns that the account was disabled by it', async () => {
  const people = peopleStoryOf(fresh, admin)
  await people.nameMailChannel()
  await people.address(['owner'])
  const { actor } = await anAccount(fresh.db)
  const told = await seedProject(fresh.db)
  const project = await seedProject(fresh.db)
  await updateProject(admin, { project: told, owner: actor.id })
  await updateProject(admin, { project, owner: actor.id })
  await story.breach([told])
  await whileChanging(
    async (tx) => {
      await tx`update account set disabled_at = now() where id = ${actor.id}`
      await tx`select from channel where person_id = ${actor.id} for update`
    },
    () => story.breach([project]),
  )
  expect(await story.outboxOf(project)).toEqual(['firing suppressed person_not_reachable'])
})

test('a digest is not written for a channel that is just being disabled', async () => {
  const channel = await seedChannel(fresh.db)
  await story.narrow({ limit: { messages: 1, per: 'hour' } })
  await story.breach([await seedProject(fresh.db), await seedProject(fresh.db)])
  await story.deliver()
  await fresh.db.sql`update digest set due_at = now()`
  await whileChanging(
    async (tx) => {
      await tx`select from channel where id = ${channel} for update`
      await tx`update channel set enabled = false where id = ${channel}`
    },
    () => story.sendDigests(),
  )
  await story.sendDigests()
  expect(await story.outbox()).toMatchObject({ 'digest suppressed channel_disabled': 1 })
})

test('a message that fails while its channel is just being disabled is not tried again', async () => {
  const channel = await seedChannel(fresh.db)
  const project = await seedProject(fresh.db)
  await story.breach([project])
  const delivery = deliveryStoryOf(fresh)
  const [claimed] = await delivery.claim()
  await whileChanging(
    async (tx) => {
      await tx`select from channel where id = ${channel} for update`
      await tx`update channel set enabled = false where id = ${channel}`
    },
    () => delivery.settle(claimed, outcome('transient')),
  )
  expect(await story.outboxOf(project)).toEqual(['firing cancelled channel_disabled'])
})
