import { randomUUID } from 'node:crypto'
import { AppError } from '@highwater/core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { expectAudit } from '../../../testing/expect-audit.ts'
import {
  aDepartment,
  adminContext,
  anAccount,
  aProject,
  contextOf,
  type FreshDatabase,
  freshDatabase,
} from '../../../testing/index.ts'
import {
  getDepartment,
  listDepartments,
  listProjects,
  listSubscriptions,
  testRouting,
} from '../../queries/index.ts'
import { listOnCall } from '../../queries/person/on-call.ts'
import { createChannel } from '../channel/create-channel.ts'
import { removeMembership, setMembership } from '../membership/set-membership.ts'
import { createProject } from '../project/create-project.ts'
import { deleteProject } from '../project/delete-project.ts'
import { Refused } from '../refused.ts'
import { deleteSubscription } from '../subscription/delete-subscription.ts'
import { createDepartment } from './create-department.ts'
import { deleteDepartment } from './delete-department.ts'
import { updateDepartment } from './update-department.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

const refusalOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => null,
    (error: unknown) => error,
  )
const named = () => `dept ${randomUUID().slice(0, 8)}`

describe('A department', () => {
  test('is made, renamed and given the level at which its projects start, each time audited', async () => {
    const admin = await adminContext(fresh.db)
    const name = named()
    const made = await createDepartment(admin, { name, defaultLevel: 'high' })
    await expectAudit(fresh.db, { action: 'department.write', operation: 'creation' })
    const project = await aProject(admin, { department: name })
    const changed = await updateDepartment(admin, {
      department: made.id,
      name: `${name} b`,
      defaultLevel: 'medium',
      expectedVersion: 1,
    })
    expect(changed.version).toBe(2)
    await expectAudit(fresh.db, {
      action: 'department.write',
      targetName: `${name} b`,
      changes: [
        { path: 'defaultLevel', before: 'high', after: 'medium' },
        { path: 'name', before: name, after: `${name} b` },
      ],
    })
    const stale = updateDepartment(admin, { department: made.id, name, expectedVersion: 1 })
    expect(await refusalOf(stale)).toMatchObject({ code: 'conflict' })
    const taken = await refusalOf(createDepartment(admin, { name: `${name} b` }))
    expect(taken).toMatchObject({ code: 'conflict', faults: [{ path: 'name' }] })
    expect(project).toBeTruthy()
  })

  test('is deleted only when nothing lives in it, and says what does', async () => {
    const admin = await adminContext(fresh.db)
    const { id, name } = await aDepartment(fresh.db)
    const project = await aProject(admin, { name: 'ledger', department: name })
    const { actor, email } = await anAccount(fresh.db, { departments: [{ id, role: 'viewer' }] })
    const full = await refusalOf(deleteDepartment(admin, { department: id }))
    expect(full).toMatchObject({ code: 'in_use' })
    expect(String(full)).toContain(`1 member ("${email}"); 1 project ("ledger")`)
    await deleteProject(admin, { project })
    await removeMembership(admin, { department: id, user: actor.id })
    await deleteDepartment(admin, { department: id })
    await expectAudit(fresh.db, { action: 'department.write', operation: 'deletion' })
    expect((await listDepartments(fresh.db, admin.actor)).map((item) => item.id)).not.toContain(id)
    expect((await listOnCall(fresh.db, admin.actor)).map((item) => item.id)).not.toContain(id)
    const late = createProject(admin, { name: 'late', kind: 'migration', department: name })
    expect(await refusalOf(late)).toMatchObject({ faults: [{ path: 'department' }] })
    await createDepartment(admin, { name })
  })

  test('cannot be deleted between the look for it and what is put into it', async () => {
    const admin = await adminContext(fresh.db)
    const { id, name } = await aDepartment(fresh.db)
    const [put, gone] = await Promise.allSettled([
      createProject(admin, { name: 'race', kind: 'migration', department: name }),
      deleteDepartment(admin, { department: id }),
    ])
    expect([put.status, gone.status].sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('leaves its name to another one, which is then meant wherever one is named', async () => {
    const admin = await adminContext(fresh.db)
    const name = 'Twice'
    const first = await createDepartment(admin, { name })
    const old = await aProject(admin, { department: name })
    await deleteProject(admin, { project: old })
    await deleteDepartment(admin, { department: first.id })
    const second = await createDepartment(admin, { name })
    const project = await aProject(admin, { department: name })
    const found = await listProjects(fresh.db, admin.actor, { department: name })
    expect(found.items.map(({ id }) => id)).toEqual([project])
    const routed = { department: name, event: 'no_signal' } as const
    const { subject } = await testRouting(fresh.db, admin.actor, routed)
    expect(subject.department).toBe(second.id)
  })

  test('that is the default cannot be deleted', async () => {
    const admin = await adminContext(fresh.db)
    const items = await listDepartments(fresh.db, admin.actor)
    const home = items.find(({ isDefault }) => isDefault)
    if (home === undefined) throw new Error('there is no default department')
    const refused = await refusalOf(deleteDepartment(admin, { department: home.id }))
    expect(refused).toMatchObject({ code: 'in_use', message: expect.stringMatching(/Rename it/) })
  })
})

describe("A department's own default subscription", () => {
  test('leads its alerts to its channels as soon as it is wanted, and is audited each time', async () => {
    const admin = await adminContext(fresh.db)
    const name = named()
    const { id } = await createDepartment(admin, { name })
    const { id: channel } = await createChannel(admin, {
      name: `robot_${randomUUID().slice(0, 8)}`,
      kind: 'dingtalk',
      config: { baseUrl: 'https://robot.example' },
      secrets: { webhook: 'token-0123456789' },
      department: name,
      saveUntested: true,
    })
    const told = async () => {
      const input = { department: name, event: 'source_down' } as const
      const found = await testRouting(fresh.db, admin.actor, input)
      return found.told.map((each) => [each.channel.id, each.subscriptions[0]?.name])
    }
    const want = (defaultSubscription: boolean) =>
      updateDepartment(admin, { department: id, defaultSubscription })
    expect(await told()).toEqual([])
    await want(true)
    await expectAudit(fresh.db, {
      action: 'department.write',
      target: 'subscription',
      operation: 'creation',
      targetName: name,
    })
    expect(await told()).toEqual([[channel, name]])
    await want(false)
    await expectAudit(fresh.db, {
      target: 'subscription',
      changes: [{ path: 'enabled', before: true, after: false }],
    })
    expect(await told()).toEqual([])
    const { version } = await getDepartment(fresh.db, admin.actor, id)
    expect(await want(false)).toEqual({ id, version })
  })

  test('follows the name of its department, and goes with it alone', async () => {
    const admin = await adminContext(fresh.db)
    const name = named()
    const { id } = await createDepartment(admin, { name, defaultSubscription: true })
    const read = async () =>
      (await getDepartment(fresh.db, admin.actor, id)).defaultSubscription ?? null
    const own = (await read())?.id
    if (own === undefined) throw new Error('there is none')
    expect(await refusalOf(deleteSubscription(admin, { subscription: own }))).toMatchObject({
      code: 'conflict',
    })
    const taken = await createDepartment(admin, { name: `${name} b`, defaultSubscription: true })
    await updateDepartment(admin, { department: taken.id, name: `${name} c` })
    await updateDepartment(admin, { department: id, name: `${name} b` })
    expect(await read()).toEqual({ id: own, name: `${name} b`, enabled: true })
    await deleteDepartment(admin, { department: id })
    await expectAudit(
      fresh.db,
      { target: 'department', operation: 'deletion' },
      { target: 'subscription', operation: 'deletion', targetId: own },
    )
    const listed = await listSubscriptions(fresh.db, admin.actor)
    expect(listed.map((each) => each.id)).not.toContain(own)
  })
})

describe('The members of a department', () => {
  test('are kept by its managers, and by nobody else', async () => {
    const { id, name } = await aDepartment(fresh.db)
    const other = await aDepartment(fresh.db)
    const { actor: manager } = await anAccount(fresh.db, { departments: [{ id, role: 'manager' }] })
    const { actor, email } = await anAccount(fresh.db)
    const asManager = contextOf(fresh.db, manager)
    await setMembership(asManager, { department: id, user: email, role: 'operator' })
    await expectAudit(fresh.db, {
      action: 'membership.write',
      actorRole: 'manager',
      targetName: email,
      after: { department: name, role: 'operator' },
    })
    const { members } = await getDepartment(fresh.db, manager, id)
    expect(members).toContainEqual(expect.objectContaining({ id: actor.id, role: 'operator' }))
    const putInto = (department: string) =>
      refusalOf(setMembership(asManager, { department, user: email, role: 'viewer' }))
    const [one, two] = [await putInto(other.id), await putInto(randomUUID())]
    expect(one).toBeInstanceOf(AppError)
    expect(String(one)).toBe(String(two))
    const asOperator = contextOf(fresh.db, { ...actor, departments: [{ id, role: 'operator' }] })
    const refused = setMembership(asOperator, { department: id, user: email, role: 'manager' })
    expect(await refusalOf(refused)).toBeInstanceOf(Refused)
  })

  test('tell nobody else whether an address has an account, and no more do projects', async () => {
    const { id, name } = await aDepartment(fresh.db)
    const { actor } = await anAccount(fresh.db, { departments: [{ id, role: 'viewer' }] })
    const { email } = await anAccount(fresh.db)
    const asViewer = contextOf(fresh.db, actor)
    const answers = [email, 'nobody@example.com'].flatMap((user) => [
      setMembership(asViewer, { department: id, user, role: 'viewer' }),
      removeMembership(asViewer, { department: id, user }),
      createProject(asViewer, { name: 'guess', kind: 'migration', department: name, owner: user }),
    ])
    for (const answer of await Promise.all(answers.map(refusalOf))) {
      expect(answer).toBeInstanceOf(Refused)
    }
  })
})
