import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { signInProvider } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import {
  checkSessionsNow,
  describeProvider,
  loadProvider,
  openSecret,
  providerResource,
} from './load-provider.ts'

/** Deletes a provider and forgets its secret. Accounts that came through it stay; their sessions end. */
export const deleteSignInProvider = defineCommand({
  action: 'signIn.write',
  input: z.strictObject({ provider: idInput<'sign-in-provider'>(), expectedVersion }),
  load: (tx, input) => loadProvider(tx, input.provider),
  resource: providerResource,
  async change(tx, present, input, { now, sealer }) {
    const { id, name, version, settings } = present
    const before = describeProvider({ ...settings, name }, openSecret(present, sealer))
    expectVersion('sign-in provider', version, input.expectedVersion, { id, version, ...before })
    await tx
      .update(signInProvider)
      .set({ deletedAt: now, sealedSecret: sealer.seal({}), version: version + 1 })
      .where(eq(signInProvider.id, id))
    await checkSessionsNow(tx, id)
    return {
      result: { id },
      audit: [auditOf('signIn.write', present, { before }, { operation: 'deletion' })],
      topics: [],
    }
  },
})
