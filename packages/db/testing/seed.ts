import type { ChannelId, ProjectId } from '@highwater/core'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { ProjectKind } from '@highwater/core/project'
import type { Database, Sealer } from '../src/client/index.ts'
import { newId } from '../src/client/new-id.ts'
import { fingerprintOf } from '../src/client/secrets.ts'
import { testSealer } from './sealer.ts'

export interface SeededProjects {
  readonly count: number
  readonly level?: ProtectionLevel
  readonly kind?: ProjectKind
  readonly namePrefix?: string
}

/** Puts many projects into the default department, without the ceremony of commands. */
export async function seedProjects(db: Database, options: SeededProjects): Promise<ProjectId[]> {
  const { count, level = 'high', kind = 'synchronization', namePrefix = 'orders' } = options
  const ids = Array.from({ length: count }, () => newId<'project'>())
  await db.sql`
    insert into project (id, name, kind, external_key, department_id, level, ping_token, created_at)
    select id, ${namePrefix} || '-' || position, ${kind}, id::text || '-key', home,
      ${level}, id::text || '-ping', now()
    from unnest(${ids}::uuid[]) with ordinality as t (id, position)
    cross join (select id as home from department where is_default) as d`
  await db.sql`
    insert into project_state (project_id, state, incremental)
    select id, 'unknown', false from unnest(${ids}::uuid[]) as t (id)`
  return ids
}

export async function seedProject(
  db: Database,
  options: Omit<SeededProjects, 'count'> = {},
): Promise<ProjectId> {
  const [id] = await seedProjects(db, { ...options, count: 1 })
  if (!id) throw new Error('no project was seeded')
  return id
}

export interface SeededChannel {
  readonly kind?: string
  readonly config?: Record<string, string>
  readonly secrets?: Record<string, string>
  readonly enabled?: boolean
  /** Whose key the worker under test has; the tests' own unless told. */
  readonly sealer?: Sealer
}

/** A channel of the whole installation whose secrets are sealed with the tests' key. */
export async function seedChannel(db: Database, options: SeededChannel = {}): Promise<ChannelId> {
  const id = newId<'channel'>()
  const { kind = 'dingtalk', config = {}, secrets = { webhook: 'token' } } = options
  const { enabled = true, sealer = testSealer } = options
  await db.sql`
    insert into channel (id, name, kind, config, sealed_secrets, secret_names, enabled, budget_key,
      fingerprint, created_at)
    values (${id}, ${`channel_${id.slice(-8)}`}, ${kind}, ${db.sql.json(config)},
      ${sealer.seal(secrets)}, ${Object.keys(secrets)}, ${enabled},
      ${fingerprintOf({ kind, config, secrets })}, ${fingerprintOf({ kind, config, secrets })}, now())`
  return id
}
