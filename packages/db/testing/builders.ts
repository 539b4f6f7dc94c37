import { randomUUID } from 'node:crypto'
import type { ChannelId, DepartmentId, ProjectId } from '@highwater/core'
import type { Actor, DepartmentRole, GlobalRole, UserActor } from '@highwater/core/permissions'
import type { createProjectInput } from '@highwater/core/project'
import type { z } from 'zod'
import { hashPassword } from '../src/auth/password/hash-password.ts'
import type { Database, Sealer } from '../src/client/index.ts'
import { newId } from '../src/client/new-id.ts'
import { readNow } from '../src/client/now.ts'
import { type CommandContext, createChannel, createProject } from '../src/commands/index.ts'
import { account, department, membership } from '../src/schema/index.ts'
import { testSealer } from './sealer.ts'

/** A hash of a test's password need not withstand anybody: the full cost is a test of its own. */
const cheap = { memoryCost: 64, timeCost: 1, parallelism: 1 } as const

/** Short, and different each time. */
const unique = (): string => randomUUID().slice(0, 8)

const now = (db: Database) => db.orm.transaction((tx) => readNow(tx))

/** The context of a request that this actor makes. */
export const contextOf = (
  db: Database,
  actor: Actor,
  options: { readonly sealer?: Sealer; readonly name?: string } = {},
): CommandContext => ({
  db,
  sealer: options.sealer ?? testSealer,
  consoleUrl: 'http://console.test',
  actor,
  actorName: options.name ?? 'Li Lei',
  origin: { id: `request-${unique()}`, ip: '192.0.2.7', userAgent: 'test browser' },
})

export interface AccountOptions {
  readonly role?: GlobalRole
  readonly password?: string
  readonly departments?: readonly { readonly id: DepartmentId; readonly role: DepartmentRole }[]
}

export interface TestAccount {
  readonly actor: UserActor
  readonly email: string
}

/** A person who may sign in, if they are given a password. */
export async function anAccount(db: Database, options: AccountOptions = {}): Promise<TestAccount> {
  const { role = 'user', departments = [], password } = options
  const id = newId<'user'>()
  const email = `${unique()}@example.com`
  await db.orm.insert(account).values({
    id,
    email,
    displayName: email,
    role,
    passwordHash: password === undefined ? null : await hashPassword(password, cheap),
    createdAt: await now(db),
  })
  for (const { id: departmentId, role: departmentRole } of departments) {
    await db.orm.insert(membership).values({ userId: id, departmentId, role: departmentRole })
  }
  return { actor: { type: 'user', id, role, departments }, email }
}

/** The context of an administrator who exists. */
export async function adminContext(db: Database, sealer?: Sealer): Promise<CommandContext> {
  const { actor, email } = await anAccount(db, { role: 'admin' })
  return contextOf(db, actor, sealer ? { sealer, name: email } : { name: email })
}

export async function aDepartment(db: Database, name = `dept-${unique()}`) {
  const id = newId<'department'>()
  await db.orm.insert(department).values({ id, name, createdAt: await now(db) })
  return { id, name }
}

type ProjectFields = Partial<z.input<typeof createProjectInput>>

/** A project, made through the command. */
export async function aProject(
  context: CommandContext,
  fields: ProjectFields = {},
): Promise<ProjectId> {
  const { id } = await createProject(context, {
    name: `orders ${unique()}`,
    kind: 'synchronization',
    ...fields,
  })
  return id
}

/** An enabled DingTalk channel that sends to `baseUrl`, saved untested. */
export async function aChannel(
  context: CommandContext,
  options: { readonly baseUrl: string; readonly name?: string; readonly webhook?: string },
): Promise<ChannelId> {
  const { baseUrl, name = `robot_${unique()}`, webhook = `token-${randomUUID()}` } = options
  const { id } = await createChannel(context, {
    name,
    kind: 'dingtalk',
    config: { baseUrl },
    secrets: { webhook },
    saveUntested: true,
  })
  return id
}
