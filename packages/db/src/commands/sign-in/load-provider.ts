import type { SignInProviderId } from '@highwater/core'
import type { ProviderSettings } from '@highwater/core/sign-in'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import type { Sealer } from '../../client/secrets.ts'
import { foundOne } from '../../queries/not-found.ts'
import { sessionGrant, signInProvider } from '../../schema/index.ts'
import { unlessTaken } from '../database-fault.ts'
import { describeSecrets } from '../describe-secrets.ts'
import type { Resource } from '../refused.ts'

/** A provider of the console, locked. @throws AppError `not_found` */
export async function loadProvider(tx: Transaction, id: SignInProviderId) {
  const rows = await tx
    .select()
    .from(signInProvider)
    .where(and(eq(signInProvider.id, id), isNull(signInProvider.deletedAt)))
    .for('update')
  return foundOne(rows, 'sign-in provider')
}

export type LoadedProvider = Awaited<ReturnType<typeof loadProvider>>

/** Providers serve the whole installation. */
export const providerResource = (row: LoadedProvider | null): Resource => ({
  department: null,
  ...(row === null ? {} : { subject: row }),
})

export const openSecret = (row: LoadedProvider, sealer: Sealer): string =>
  String(sealer.open(row.sealedSecret).clientSecret)

/**
 * Who gets to see the client secret: the host of the token endpoint, which the issuer's discovery
 * document names where nobody else does.
 */
export const secretReceivers = ({
  issuer,
  endpoints,
}: Pick<ProviderSettings, 'issuer' | 'endpoints'>): readonly string[] => [
  new URL(endpoints === null ? issuer : endpoints.token).origin,
]

/** A provider as the audit shows it: of the secret only whether it was replaced. */
export const describeProvider = (
  { name, ...settings }: ProviderSettings,
  clientSecret: string,
  before: string | null = null,
) => ({
  name,
  ...settings,
  ...describeSecrets(
    ['clientSecret'],
    { clientSecret },
    before === null ? null : { clientSecret: before },
  ),
})

/** @throws AppError `conflict` at `name` when another provider has it */
export const unlessNameTaken = <T>(write: PromiseLike<T>, name: string): Promise<T> =>
  unlessTaken(write, 'sign_in_provider_name', {
    path: 'name',
    message: `Another provider is called "${name}" already. Choose another name.`,
  })

/** Sessions that came through a provider are checked at their next request. */
export async function checkSessionsNow(tx: Transaction, provider: string): Promise<void> {
  await tx
    .update(sessionGrant)
    .set({ checkAt: sql`now()` })
    .where(eq(sessionGrant.provider, provider))
}
