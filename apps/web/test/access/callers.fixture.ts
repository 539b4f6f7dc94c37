import {
  type Actor,
  type DepartmentRole,
  departmentRoles,
  type GlobalRole,
  type TokenActor,
  tokenScopes,
} from '@highwater/core/permissions'
import { createToken } from '@highwater/db/commands'
import { adminContext, anAccount, contextOf } from '@highwater/db/testing'
import type { Caller } from '../../src/server/auth/identify.ts'
import { sealSessionId } from '../../src/server/auth/session-token.ts'
import { openSessionOf } from '../open-session.fixture.ts'
import { type Api, consoleUrl } from '../rest/api.fixture.ts'
import type { Homes } from './world.fixture.ts'

/** Somebody who asks: a person, a program or nobody. */
export interface Asker {
  readonly name: string
  readonly actor: Actor
  readonly headers: Readonly<Record<string, string>>
  /** Null for programs, who do not reach the procedures. */
  readonly caller: Caller | null
}

const anonymous: Asker = {
  name: 'anonymous',
  actor: { type: 'anonymous' },
  headers: {},
  caller: { actor: { type: 'anonymous' }, name: 'anonymous', signedIn: null },
}

async function person(
  { services }: Api,
  name: string,
  options: Parameters<typeof openSessionOf>[1],
): Promise<Asker> {
  const caller = await openSessionOf(services, options)
  const { HIGHWATER_SECRET } = services.environment
  const cookie = await sealSessionId(caller.signedIn?.session.id ?? '', HIGHWATER_SECRET)
  return {
    name,
    actor: caller.actor,
    headers: { cookie: `highwater.session=${cookie}`, origin: consoleUrl },
    caller,
  }
}

async function tokensOf({ services }: Api, homes: Homes): Promise<Asker[]> {
  const { db, sealer } = services
  const admin = await adminContext(db, sealer)
  const reaches = [
    ['the installation', null],
    ['the department', homes.home],
    ['another department', homes.elsewhere],
  ] as const
  const askers: Asker[] = []
  for (const scope of tokenScopes) {
    for (const [reach, department] of reaches) {
      const made = await createToken(admin, {
        name: 'program',
        scope,
        ...(department === null ? {} : { department: department.id }),
      })
      // One that belongs to nobody: what its person may do is tried with that person.
      await db.sql`update api_token set user_id = null where id = ${made.id}`
      const actor: TokenActor = {
        type: 'token',
        id: made.id,
        scope,
        department: department?.id ?? null,
        onBehalfOf: null,
      }
      const headers = { authorization: `Bearer ${made.token}` }
      askers.push({ name: `token ${scope} of ${reach}`, actor, headers, caller: null })
    }
  }
  const departments = [{ id: homes.home.id, role: 'viewer' as const }]
  const { actor: viewer } = await anAccount(db, { departments })
  const asViewer = { type: 'token', scope: 'admin', department: null, onBehalfOf: viewer } as const
  const made = await createToken(contextOf(db, viewer, { sealer }), { name: 'own', scope: 'admin' })
  const headers = { authorization: `Bearer ${made.token}` }
  const actor = { ...asViewer, id: made.id }
  return [...askers, { name: 'token admin of a viewer', actor, headers, caller: null }]
}

/** Everybody who may ask: each role and relation, and each scope with each reach. */
export async function makeAskers(api: Api, homes: Homes): Promise<Asker[]> {
  const member = (name: string, id: Homes['home']['id'], role: DepartmentRole) =>
    person(api, name, { departments: [{ id, role }] })
  const global = (role: GlobalRole) => person(api, role, { role })
  return [
    anonymous,
    await person(api, 'user of no department', {}),
    await person(api, 'owner', {}),
    await member('manager of another department', homes.elsewhere.id, 'manager'),
    ...(await Promise.all(departmentRoles.map((role) => member(role, homes.home.id, role)))),
    await global('auditor'),
    await global('admin'),
    ...(await tokensOf(api, homes)),
  ]
}
