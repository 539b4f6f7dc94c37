import type { ChannelId, DepartmentId } from '@highwater/core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import {
  aChannel,
  aDepartment,
  adminContext,
  anAccount,
  aProject,
  contextOf,
} from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import {
  getAlertGroup,
  getSubscription,
  listSubscriptions,
  testRouting,
} from '../../queries/index.ts'
import type { CommandContext } from '../context.ts'
import {
  createAlertGroup,
  createChannel,
  createSubscription,
  deleteAlertGroup,
  deleteProject,
  deleteSubscription,
  pauseWatching,
  updateAlertGroup,
  updateSubscription,
} from '../index.ts'

let fresh: FreshDatabase
let admin: CommandContext
let manager: CommandContext
let pay: { id: DepartmentId; name: string }
let crm: { id: DepartmentId; name: string }
let shared: ChannelId
let theirs: ChannelId

const channelOf = async (department: string): Promise<ChannelId> => {
  const { id } = await createChannel(admin, {
    name: `robot_of_${department.slice(-4)}`,
    kind: 'dingtalk',
    secrets: { webhook: `token-${department}` },
    department,
    saveUntested: true,
  })
  return id
}

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
  pay = await aDepartment(fresh.db)
  crm = await aDepartment(fresh.db)
  const { actor } = await anAccount(fresh.db, { departments: [{ id: pay.id, role: 'manager' }] })
  manager = contextOf(fresh.db, actor)
  shared = await aChannel(admin, { baseUrl: 'http://127.0.0.1:9' })
  theirs = await channelOf(crm.name)
})
afterAll(() => fresh.close())

const to = (...channels: ChannelId[]) => ({ high: { channels } })

test('a manager makes subscriptions of their own department, and of no other', async () => {
  const { id } = await createSubscription(manager, { name: 'pay', levels: to(shared) })
  expect(await getSubscription(fresh.db, manager.actor, id)).toMatchObject({ department: pay.id })
  for (const [department, code] of [
    [null, 'forbidden'],
    [crm.name, 'invalid_input'],
  ] as const) {
    await expect(
      createSubscription(manager, { name: 'wide', levels: to(shared), department }),
    ).rejects.toMatchObject({ code })
  }
})

test('a department sends neither to channels nor to groups of another', async () => {
  const group = await createAlertGroup(admin, {
    name: 'crm on call',
    channels: [theirs],
    department: crm.name,
  })
  await expect(
    createSubscription(manager, { name: 'leak', levels: to(shared, theirs) }),
  ).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'levels.high.channels[1]' }],
  })
  await expect(
    createSubscription(manager, { name: 'leak', levels: { low: { groups: [group.id] } } }),
  ).rejects.toMatchObject({ faults: [{ path: 'levels.low.groups[0]' }] })
  await expect(
    createAlertGroup(manager, { name: 'leak', channels: [theirs] }),
  ).rejects.toMatchObject({ faults: [{ path: 'channels[0]' }] })
})

test('a department hears of no other department, nor of projects that its manager cannot see', async () => {
  const project = await aProject(admin, { department: crm.name })
  await expect(
    createSubscription(manager, {
      name: 'curious',
      levels: to(shared),
      scope: { departments: [crm.id], except: { projects: [project] } },
    }),
  ).rejects.toMatchObject({
    faults: [{ path: 'scope.departments[0]' }, { path: 'scope.except.projects[0]' }],
  })
})

test('what belongs to everybody is seen by all and changed by admins alone', async () => {
  const [standard] = (await listSubscriptions(fresh.db, manager.actor)).filter(
    ({ isDefault }) => isDefault,
  )
  if (!standard) throw new Error('there is no default subscription')
  await expect(
    updateSubscription(manager, { subscription: standard.id, enabled: false }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  const narrowed = await updateSubscription(admin, {
    subscription: standard.id,
    scope: { except: { tags: ['test'] } },
    expectedVersion: 1,
  })
  expect(narrowed.version).toBe(2)
  const same = await updateSubscription(admin, { subscription: standard.id, enabled: true })
  expect(same.version).toBe(2)
  await expect(deleteSubscription(admin, { subscription: standard.id })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('what belongs to another department does not exist for a manager', async () => {
  const { id } = await createSubscription(admin, {
    name: 'crm',
    levels: to(theirs),
    department: crm.name,
  })
  await expect(deleteSubscription(manager, { subscription: id })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(getSubscription(fresh.db, manager.actor, id)).rejects.toMatchObject({
    code: 'not_found',
  })
  const group = await createAlertGroup(admin, { name: 'crm two', department: crm.name })
  await expect(updateAlertGroup(manager, { group: group.id, name: 'mine' })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('a group that only a step of escalation names is shown with its subscription', async () => {
  const group = await createAlertGroup(admin, { name: 'late', channels: [shared] })
  const escalation = [{ afterMinutes: 10, groups: [group.id] }]
  await createSubscription(admin, { name: 'escalating', levels: to(shared), escalation })
  expect(await getAlertGroup(fresh.db, admin.actor, group.id)).toMatchObject({
    subscriptions: [{ name: 'escalating' }],
  })
  await expect(deleteAlertGroup(admin, { group: group.id })).rejects.toMatchObject({
    code: 'in_use',
  })
})

test('a subscription that names a group without a channel says so where it is shown and tested', async () => {
  const group = await createAlertGroup(admin, { name: 'still empty', department: pay.name })
  const levels = { high: { groups: [group.id] }, low: { groups: [group.id], channels: [shared] } }
  const { id } = await createSubscription(manager, { name: 'in vain', levels })
  const shown = () => getSubscription(fresh.db, manager.actor, id)
  const heldAt = async (level: 'high' | 'low') => {
    const asked = { event: 'no_signal', department: pay.id, level } as const
    const { notTold } = await testRouting(fresh.db, manager.actor, asked)
    return notTold.filter(({ detail }) => detail?.subscription === 'in vain')
  }
  expect((await shown()).emptyGroups).toEqual([{ id: group.id, name: 'still empty' }])
  expect(await getAlertGroup(fresh.db, manager.actor, group.id)).toMatchObject({ isEmpty: true })
  expect(await heldAt('high')).toMatchObject([{ channel: null, reason: 'no_channel' }])
  expect(await heldAt('low')).toEqual([])
  await updateAlertGroup(manager, { group: group.id, channels: [shared] })
  expect((await shown()).emptyGroups).toEqual([])
  expect(await heldAt('high')).toEqual([])
  await deleteSubscription(manager, { subscription: id })
})

test('a project that is deleted keeps nobody from changing the subscription that named it', async () => {
  const gone = await aProject(admin)
  const stays = await aProject(admin)
  const scope = { projects: [gone, stays], except: { projects: [gone] } }
  const { id } = await createSubscription(admin, { name: 'of two', scope, levels: to(shared) })
  await deleteProject(admin, { project: gone })
  await updateSubscription(admin, { subscription: id, scope, name: 'of one' })
  expect(await getSubscription(fresh.db, admin.actor, id)).toMatchObject({ name: 'of one', scope })
  await updateSubscription(admin, { subscription: id, scope: { projects: [stays] } })
  const again = updateSubscription(admin, { subscription: id, scope })
  await expect(again).rejects.toMatchObject({
    faults: [{ path: 'scope.projects[0]' }, { path: 'scope.except.projects[0]' }],
  })
  await deleteSubscription(admin, { subscription: id })
})

test('a name is taken once, and free again after a deletion', async () => {
  const first = await createSubscription(admin, { name: 'night', levels: to(shared) })
  const again = { name: 'night', levels: to(shared) }
  await expect(createSubscription(admin, again)).rejects.toMatchObject({
    code: 'conflict',
    faults: [{ path: 'name' }],
  })
  await deleteSubscription(admin, { subscription: first.id })
  await createSubscription(admin, again)
})

test('the routing tester speaks of the departments that its reader sees', async () => {
  const { subject, told } = await testRouting(fresh.db, manager.actor, { event: 'source_down' })
  expect(subject.department).toBe(pay.id)
  expect(told.map(({ channel }) => channel.id)).toEqual([shared])
  await expect(
    testRouting(fresh.db, manager.actor, { event: 'source_down', department: crm.name }),
  ).rejects.toMatchObject({ code: 'invalid_input', faults: [{ path: 'department' }] })
})

describe('the routing tester', () => {
  const asked = async (question: Parameters<typeof testRouting>[2]) => {
    const { subject, neverOpens } = await testRouting(fresh.db, admin.actor, question)
    return [subject.event, subject.level, neverOpens]
  }

  test('says when no such alert opens at all, rather than only who would hear of it', async () => {
    const project = await aProject(admin, { name: 'asked', protectionLevel: 'none' })
    expect(await asked({ project })).toEqual(['sync_delay', 'none', 'level_none'])
    expect(await asked({ project, level: 'low' })).toEqual(['sync_delay', 'low', null])
    await pauseWatching(admin, { choice: { projects: [project] }, own: {} })
    expect(await asked({ project, level: 'low' })).toEqual(['sync_delay', 'low', 'not_watched'])
  })

  test('asks about the event that the project has, and at the level that a host has', async () => {
    const project = await aProject(admin, { name: 'moved', kind: 'migration' })
    expect(await asked({ project, event: 'sync_failed' })).toEqual([
      'migration_failed',
      'low',
      null,
    ])
    expect(await asked({ event: 'host_threshold' })).toEqual(['host_threshold', 'medium', null])
    expect(await asked({ event: 'source_down' })).toEqual(['source_down', 'high', null])
  })
})
