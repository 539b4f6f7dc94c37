import { clientSecret, providerDefaults, providerFields } from '@highwater/core/sign-in'
import { z } from 'zod'
import { newId } from '../../client/new-id.ts'
import { signInProvider } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { describeProvider, providerResource, unlessNameTaken } from './load-provider.ts'

export const createProviderFields = {
  ...providerFields,
  endpoints: providerFields.endpoints.default(providerDefaults.endpoints),
  clientAuthentication: providerFields.clientAuthentication.default(
    providerDefaults.clientAuthentication,
  ),
  scopes: providerFields.scopes.default([...providerDefaults.scopes]),
  groupsClaim: providerFields.groupsClaim.default(providerDefaults.groupsClaim),
  clockToleranceSeconds: providerFields.clockToleranceSeconds.default(
    providerDefaults.clockToleranceSeconds,
  ),
  recheckMinutes: providerFields.recheckMinutes.default(providerDefaults.recheckMinutes),
  vouchesForEmail: providerFields.vouchesForEmail.default(providerDefaults.vouchesForEmail),
  linksByEmail: providerFields.linksByEmail.default(providerDefaults.linksByEmail),
  enabled: providerFields.enabled.default(providerDefaults.enabled),
  clientSecret,
}

/** Adds a provider that people may sign in through. Whom it lets in is for the claim rules to say. */
export const createSignInProvider = defineCommand({
  action: 'signIn.write',
  input: z.strictObject(createProviderFields),
  load: async () => null,
  resource: providerResource,
  async change(tx, _none, { clientSecret: secret, ...provider }, { now, sealer }) {
    const { name, ...settings } = provider
    const id = newId<'sign-in-provider'>()
    const sealedSecret = sealer.seal({ clientSecret: secret })
    const row = { id, name, settings, sealedSecret, createdAt: now }
    await unlessNameTaken(tx.insert(signInProvider).values(row), name)
    const after = describeProvider(provider, secret)
    return {
      result: { id, version: 1 },
      audit: [auditOf('signIn.write', row, { after }, { operation: 'creation' })],
      topics: [],
    }
  },
})
