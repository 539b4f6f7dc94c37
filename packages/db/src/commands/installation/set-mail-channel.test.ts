import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { aDepartment, adminContext, anAccount } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { deliveryStoryOf } from '../../queue/deliver/deliver.fixture.ts'
import { peopleStoryOf } from '../../queue/outbox/people.fixture.ts'
import { routingStoryOf } from '../../queue/outbox/routing.fixture.ts'
import { updateChannel } from '../channel/update-channel.ts'
import type { CommandContext } from '../context.ts'
import { findMailSettings } from '../person/mail-settings.ts'
import { updateProject } from '../project/update-project.ts'
import { setMailChannel } from './set-mail-channel.ts'

let fresh: FreshDatabase
let admin: CommandContext

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterEach(() => fresh.close())

test('the channel that carries the mail to people stays an e-mail channel', async () => {
  const mail = await peopleStoryOf(fresh, admin).nameMailChannel()
  const change = {
    channel: mail,
    kind: 'dingtalk',
    config: {},
    secrets: { webhook: 'token' },
    saveUntested: true,
  }
  await expect(updateChannel(admin, change)).rejects.toMatchObject({
    code: 'in_use',
    current: [{ type: 'installation', name: 'mail to people' }],
  })
  await setMailChannel(admin, { channel: null })
  await updateChannel(admin, change)
})

test('no channel of a department carries the mail to people, nor one of another kind', async () => {
  const { sql } = fresh.db
  const department = await aDepartment(fresh.db)
  const ofDepartment = await seedChannel(fresh.db, { kind: 'email' })
  await sql`update channel set department_id = ${department.id} where id = ${ofDepartment}`
  const robot = await seedChannel(fresh.db)
  for (const channel of [ofDepartment, robot]) {
    await expect(setMailChannel(admin, { channel })).rejects.toMatchObject({
      code: 'invalid_input',
      faults: [{ path: 'channel' }],
    })
  }
})

test('a mail channel that became of another kind before that was refused stops nobody else', async () => {
  const { sql } = fresh.db
  const people = peopleStoryOf(fresh, admin)
  const mail = await people.nameMailChannel()
  const { actor } = await anAccount(fresh.db)
  const project = await seedProject(fresh.db)
  await people.address(['owner'], { all: true })
  await updateProject(admin, { project, owner: actor.id })
  await seedChannel(fresh.db)
  await routingStoryOf(fresh).breach([project])
  await sql`update channel set kind = 'dingtalk', config = '{}' where id = ${mail}`
  const claimed = await deliveryStoryOf(fresh).claim()
  expect(claimed.map(({ channelKind }) => channelKind)).toContain('dingtalk')
  expect(
    await fresh.db.orm.transaction((tx) => findMailSettings(tx, 'sun@example.com', admin.sealer)),
  ).toBeNull()
})
