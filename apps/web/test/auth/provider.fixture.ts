import {
  type AdmittedWithoutRule,
  type ClaimRule,
  environmentProvider,
} from '@highwater/core/sign-in'
import { aDepartment, freshDatabase } from '@highwater/db/testing'
import { startIdentityProvider } from '@highwater/identity-provider'
import { readSignedIn } from '../../src/server/auth/identify.ts'
import { consoleUrl, servicesAt } from '../rest/api.fixture.ts'

/** A rule that admits whoever has the value in question, with nothing else. */
export const rule = (part: Partial<ClaimRule>): ClaimRule => ({
  provider: null,
  claim: null,
  match: 'equals',
  value: 'dba',
  effect: 'admit',
  role: null,
  departments: [],
  ...part,
})

/** A real provider, a console that knows it from its environment, and a department for its DBAs. */
export async function startProviderScene(postgresUrl: string) {
  const provider = await startIdentityProvider({
    redirectUris: [`${consoleUrl}/api/auth/callback/${environmentProvider}`],
    logoutUris: [`${consoleUrl}/sign-in`],
  })
  const fresh = await freshDatabase(postgresUrl)
  const services = servicesAt(fresh.url, {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  })
  const department = await aDepartment(fresh.db, 'Payments')
  const setRules = (rules: readonly ClaimRule[], withoutRule: AdmittedWithoutRule = 'nobody') =>
    fresh.db.sql`
      update sign_in_policy
      set rules = ${JSON.stringify(rules)}::jsonb, without_rule = ${withoutRule}`
  const dbaRule = () => rule({ departments: [{ department: department.id, role: 'operator' }] })
  return {
    provider,
    fresh,
    services,
    department,
    setRules,
    dbaRule,
    who: (headers: Headers) => readSignedIn(headers, services),
    async newestAudit() {
      const [row] = await fresh.db.sql`select * from audit_event order by id desc limit 1`
      return row
    },
    /** As at the beginning, but for who has come in meanwhile. */
    async begin() {
      provider.people.clear()
      provider.people.set('wu', {
        email: 'wu@example.com',
        email_verified: true,
        name: 'Wu Min',
        groups: ['dba'],
      })
      Object.assign(provider.lifetimes, { codeSeconds: 60, idTokenSeconds: 3_600 })
      provider.setRefresh(true)
      await fresh.db.sql`update test_clock.setting set ahead = '0'`
      await setRules([dbaRule()])
    },
    async close() {
      await services.live.close()
      await services.db.close()
      await fresh.close()
      await provider.close()
    },
  }
}

export type ProviderScene = Awaited<ReturnType<typeof startProviderScene>>
