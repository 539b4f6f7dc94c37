import { readSession, signIn } from '@highwater/db/auth'
import { anAccount } from '@highwater/db/testing'
import type { Caller } from '../src/server/auth/identify.ts'
import type { Services } from '../src/server/services.ts'

const password = 'a long enough password'

/** Somebody who has just signed in. */
export async function openSessionOf(
  { db, sealer }: Services,
  options: Parameters<typeof anAccount>[1],
): Promise<Caller> {
  const { actor, email } = await anAccount(db, { ...options, password })
  const origin = { id: 'test', ip: null, userAgent: null }
  const result = await signIn(db, { email, password, origin, sealer })
  if (!result.ok) throw new Error(`cannot sign in: ${result.reason}`)
  return { actor, name: email, signedIn: await readSession(db, result.session.id) }
}
