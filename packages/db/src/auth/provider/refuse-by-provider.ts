import type { Instant } from '@highwater/core'
import type { ProviderRefusal } from '@highwater/core/sign-in'
import type { Transaction } from '../../client/connect.ts'
import type { Sealer } from '../../client/secrets.ts'
import { publish } from '../../client/topics.ts'
import type { RequestOrigin } from '../../commands/context.ts'
import { recordRefusal } from '../../commands/record-audit.ts'

interface Where {
  readonly origin: RequestOrigin
  readonly sealer: Sealer
}

/** A provider, or what somebody took for one. */
interface Named {
  readonly key: string
  readonly name: string
}

/** Writes down that somebody did not come in through a provider, who it was as far as known, and why. */
export async function refuseByProvider(
  tx: Transaction,
  { origin, sealer, now }: Where & { readonly now: Instant },
  provider: Named,
  who: string,
  reason: ProviderRefusal,
): Promise<void> {
  const initiator = { actor: { type: 'anonymous' as const }, actorName: who, origin, sealer, now }
  const subject = { id: provider.key, name: provider.name }
  await recordRefusal(tx, initiator, 'sign_in', { subject }, reason)
  await publish(tx, ['audit'])
}
