import type { ChannelId, DepartmentId, UserId } from '@highwater/core'
import type { ResourceFacts } from '@highwater/core/permissions'
import {
  type CommandContext,
  createAlertGroup,
  createChannel,
  createCluster,
  createLevelRule,
  createMaintenanceWindow,
  createMessageTemplate,
  createSignInProvider,
  createSilence,
  createSource,
  createSubscription,
  createToken,
} from '@highwater/db/commands'
import { aDepartment, adminContext, anAccount, aProject, storyOf } from '@highwater/db/testing'
import type { Api } from '../rest/api.fixture.ts'

/** Stands in every name of the department whose things are asked for, and in nothing else. */
export const canary = 'canary'

/** The things that operations are tried on, with what the permission table must know of them. */
export interface Thing {
  readonly id: string
  readonly facts: ResourceFacts
  /** In which department a person is known, who belongs to none. */
  readonly knownIn?: DepartmentId
}

export const thingNames = [
  'project',
  'alert',
  'notification',
  'channel',
  'group',
  'subscription',
  'silence',
  'window',
  'template',
  'source',
  'department',
  'person',
  'token',
  'session',
  'cluster',
  'levelRule',
  'provider',
  'host',
  'tag',
] as const
export type ThingName = (typeof thingNames)[number]

type Department = Awaited<ReturnType<typeof aDepartment>>

/** The department in which all things live, and another one. */
export interface Homes {
  readonly home: Department
  readonly elsewhere: Department
}

export interface World extends Homes {
  readonly things: Readonly<Record<ThingName, Thing>>
  /** A time to come. */
  readonly until: number
}

export const makeHomes = async ({ services: { db } }: Api): Promise<Homes> => ({
  home: await aDepartment(db, `${canary} department`),
  elsewhere: await aDepartment(db, 'elsewhere'),
})

/** What serves the whole installation, with things of the department that lean on it or are in it. */
async function leanOnShared(
  admin: CommandContext,
  named: (what: string) => { readonly name: string; readonly department: DepartmentId },
  member: ChannelId,
): Promise<void> {
  const robot = {
    kind: 'dingtalk',
    config: { baseUrl: 'http://127.0.0.1:9' },
    secrets: { webhook: 'token-of-a-shared-robot' },
    saveUntested: true,
  }
  const shared = await createChannel(admin, { ...robot, name: 'shared', department: null })
  const leaning = { ...robot, secrets: { webhook: 'token-of-another-robot' } }
  await createChannel(admin, { ...leaning, ...named('leaning'), fallbackChannel: shared.id })
  const both = { name: 'shared', department: null, channels: [shared.id, member] }
  const group = await createAlertGroup(admin, both)
  const levels = { high: { groups: [group.id] } }
  await createSubscription(admin, { ...named('leaning_subscription'), levels })
}

const window = { start: '2026-01-01T22:00', timeZone: 'UTC', durationMinutes: 60 }

/** One of everything in one department, each with the canary in its name. */
export async function makeWorld(
  { services, fresh }: Api,
  { home, elsewhere }: Homes,
  owner: UserId,
): Promise<World> {
  const { db, sealer } = services
  const admin = await adminContext(db, sealer)
  const department = home.id
  const member = await anAccount(db, {
    departments: [{ id: department, role: 'viewer' }],
    password: 'a password of the member',
  })
  await db.sql`update account set display_name = ${`${canary} member`},
    email = ${`${canary}@example.com`} where id = ${member.actor.id}`
  const named = (what: string) => ({ name: `${canary}_${what}`, department })
  const channel = await createChannel(admin, {
    ...named('channel'),
    kind: 'dingtalk',
    config: { baseUrl: 'http://127.0.0.1:9' },
    secrets: { webhook: 'token-of-a-robot' },
    saveUntested: true,
  })
  const levels = { high: { allChannels: true } }
  const subscription = await createSubscription(admin, { ...named('subscription'), levels })
  await leanOnShared(admin, named, channel.id)
  const project = await aProject(admin, {
    ...named('project'),
    owner,
    protectionLevel: 'high',
    tags: [`${canary}-tag`],
    externalKey: `${canary}-key`,
  })
  const story = storyOf(fresh)
  await story.report(project, 5, 3)
  await story.report(project, 412, 2)
  const [found] = await db.sql<{ alert: string; notification: string; until: number }[]>`
    select a.id as alert, n.id as notification, now() + interval '1 hour' as until
    from alert a join notification n on n.alert_id = a.id where a.project_id = ${project} limit 1`
  if (!found) throw new Error('the alert has told nobody')
  const { until } = found
  const group = await createAlertGroup(admin, { ...named('group'), channels: [channel.id] })
  const silence = await createSilence(admin, { ...named('silence'), until })
  const nightly = { ...window, ...named('window'), rule: 'FREQ=DAILY' }
  const maintenance = await createMaintenanceWindow(admin, nightly)
  const words = { kind: 'test', locale: 'en', headline: canary, text: canary } as const
  const template = await createMessageTemplate(admin, { ...words, channel: channel.id })
  const source = await createSource(admin, {
    ...named('source'),
    kind: 'postgresql',
    config: { host: '127.0.0.1', port: 9, database: 'orders', user: 'watcher' },
  })
  const token = await createToken(admin, { ...named('token'), scope: 'read' })
  const cluster = await createCluster(admin, {
    name: 'OCP',
    config: { endpoint: '127.0.0.1:9', user: 'root' },
    secrets: { password: 'x' },
    saveUntested: true,
  })
  const levelRule = await createLevelRule(admin, { department, tag: null, level: 'high' })
  await db.sql`insert into host (id, name, first_seen_at, last_seen_at)
    select gen_random_uuid(), 'db-1', now(), now()`
  const provider = await createSignInProvider(admin, {
    name: 'login',
    issuer: 'https://login.example.com',
    clientId: 'highwater',
    clientSecret: 'a client secret',
  })
  const [session] = await db.sql<{ id: string }[]>`
    insert into session (id, user_id, created_at, expires_at, last_seen_at)
    values (gen_random_uuid(), ${member.actor.id}, now(), ${until}, now()) returning id`
  const own = { department, owner }
  const inHome = (id: string): Thing => ({ id, facts: { department } })
  return {
    home,
    elsewhere,
    until,
    things: {
      project: { id: project, facts: own },
      alert: { id: found.alert, facts: own },
      notification: { id: found.notification, facts: own },
      channel: inHome(channel.id),
      group: inHome(group.id),
      subscription: inHome(subscription.id),
      silence: inHome(silence.id),
      window: inHome(maintenance.id),
      template: inHome(template.id),
      source: inHome(source.id),
      department: inHome(department),
      person: { id: member.actor.id, facts: { owner: member.actor.id }, knownIn: department },
      token: { id: token.id, facts: { department, owner: null } },
      session: { id: session?.id ?? '', facts: { owner: member.actor.id } },
      cluster: { id: cluster.id, facts: { department: null } },
      levelRule: { id: levelRule.id, facts: { department: null } },
      provider: { id: provider.id, facts: {} },
      host: { id: 'db-1', facts: {} },
      tag: { id: `${canary}-tag`, facts: {} },
    },
  }
}
