import { AppError } from '@highwater/core'
import type { RequestOrigin } from '@highwater/db/commands'
import { type Caller, identify } from '../auth/identify.ts'
import type { Services } from '../services.ts'

/** Who calls the API, with the rights of this moment. @throws AppError `unauthenticated` for nobody */
export async function identifyCaller(
  headers: Headers,
  services: Services,
  origin: RequestOrigin,
): Promise<Caller> {
  const caller = await identify(headers, services, origin)
  if (caller.actor.type !== 'anonymous') return caller
  throw new AppError(
    'unauthenticated',
    'Send an API token as "Authorization: Bearer TOKEN". Tokens are made on the system page.',
  )
}
