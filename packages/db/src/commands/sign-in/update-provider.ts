import { clientSecret, providerFields } from '@highwater/core/sign-in'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { signInProvider } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectKnownReceivers } from '../expect-secrets-typed.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { isSame } from '../same.ts'
import {
  checkSessionsNow,
  describeProvider,
  loadProvider,
  openSecret,
  providerResource,
  secretReceivers,
  unlessNameTaken,
} from './load-provider.ts'

const givenOf = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** Changes a provider; what is left out stays. Who came through one that is switched off is out. */
export const updateSignInProvider = defineCommand({
  action: 'signIn.write',
  input: z
    .strictObject({ ...providerFields, clientSecret })
    .partial()
    .extend({ provider: idInput<'sign-in-provider'>(), expectedVersion }),
  load: (tx, input) => loadProvider(tx, input.provider),
  resource: providerResource,
  async change(tx, present, input, { actor, sealer }) {
    const { id, version } = present
    const { provider: _id, expectedVersion: expected, clientSecret: secret, ...changes } = input
    const stored = { ...present.settings, name: present.name }
    const storedSecret = openSecret(present, sealer)
    const before = describeProvider(stored, storedSecret)
    expectVersion('sign-in provider', version, expected, { id, version, ...before })
    const { name, ...settings } = { ...stored, ...givenOf(changes) }
    const kept = secret === undefined ? ['clientSecret'] : []
    expectKnownReceivers(actor, kept, secretReceivers(stored), secretReceivers(settings))
    const newSecret = secret ?? storedSecret
    const after = describeProvider({ name, ...settings }, newSecret, storedSecret)
    if (isSame(before, after)) return { result: { id, version }, unchanged: true }
    const row = {
      name,
      settings,
      sealedSecret: sealer.seal({ clientSecret: newSecret }),
      version: version + 1,
    }
    await unlessNameTaken(tx.update(signInProvider).set(row).where(eq(signInProvider.id, id)), name)
    if (!settings.enabled) await checkSessionsNow(tx, id)
    return {
      result: { id, version: row.version },
      audit: [auditOf('signIn.write', { id, name }, { before, after })],
      topics: [],
    }
  },
})
