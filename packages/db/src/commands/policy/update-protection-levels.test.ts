import type { ProjectId } from '@highwater/core'
import { defaultProtectionLevelSettings } from '@highwater/core/policy'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext, anAccount, aProject, contextOf } from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { projectState, protectionPolicy } from '../../schema/index.ts'
import type { CommandContext } from '../context.ts'
import { updateProtectionLevels } from './update-protection-levels.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const standard = defaultProtectionLevelSettings
const highAt = (latencySeconds: number) => ({
  ...standard,
  high: { ...standard.high, latencySeconds },
})

const dueOf = async (id: ProjectId) =>
  (
    await fresh.db.orm
      .select({ dueAt: projectState.dueAt })
      .from(projectState)
      .where(eq(projectState.projectId, id))
  )[0]?.dueAt

test('a save makes a new version and has the projects of the changed levels judged again', async () => {
  const high = await aProject(admin, { protectionLevel: 'high' })
  const low = await aProject(admin, { protectionLevel: 'low' })
  const saved = await updateProtectionLevels(admin, { ...highAt(60), version: 1 })
  expect(saved).toMatchObject({ version: 2, high: { latencySeconds: 60 } })
  expect(await dueOf(high)).toEqual(expect.any(Number))
  expect(await dueOf(low)).toBeNull()
  await expectAudit(fresh.db, {
    action: 'policy.update',
    target: 'protection_level',
    targetId: '2',
    risk: 'critical',
    changes: [{ path: 'high.latencySeconds', before: 30, after: 60 }],
  })
  const versions = await fresh.db.orm
    .select()
    .from(protectionPolicy)
    .orderBy(asc(protectionPolicy.version))
  expect(versions.map((row) => row.settings.high.latencySeconds)).toEqual([30, 60])
})

test('a save from an old version is a conflict with the settings in force', async () => {
  await expect(updateProtectionLevels(admin, { ...highAt(90), version: 1 })).rejects.toMatchObject({
    code: 'conflict',
    current: { version: 2, high: { latencySeconds: 60 } },
  })
})

test('of two who save at once from the same version one is told of the other', async () => {
  const results = await Promise.allSettled(
    [70, 80].map((seconds) => updateProtectionLevels(admin, { ...highAt(seconds), version: 2 })),
  )
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'conflict', current: { version: 3 } },
  })
})

test('settings that are in force already make no version and no audit row', async () => {
  const { settings, version } = (
    await fresh.db.orm.select().from(protectionPolicy).where(eq(protectionPolicy.version, 3))
  )[0] ?? { settings: standard, version: 0 }
  const saved = await expectNoAudit(fresh.db, () =>
    updateProtectionLevels(admin, { ...settings, version }),
  )
  expect(saved.version).toBe(3)
})

test('a laxer level that allows less than a stricter one is refused at its field', async () => {
  const settings = { ...standard, medium: { ...standard.medium, latencySeconds: 40 } }
  await expect(
    updateProtectionLevels(admin, { ...settings, high: highAt(41).high, version: 3 }),
  ).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'medium.latencySeconds', message: expect.stringMatching(/40.*41/) }],
  })
})

test('a save without the version that was read is refused', async () => {
  await expect(updateProtectionLevels(admin, highAt(60) as never)).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'version' }],
  })
})

test('a user may not save, and the attempt is audited', async () => {
  const { actor } = await anAccount(fresh.db)
  await expect(
    updateProtectionLevels(contextOf(fresh.db, actor), { ...highAt(99), version: 3 }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expectAudit(fresh.db, { action: 'policy.update', result: 'refused', risk: 'critical' })
})
