'use server'

import { signOut } from '@highwater/db/auth'
import { redirect } from 'next/navigation'
import { logoutAddress } from '../auth/provider/logout-address.ts'
import { clearSessionCookie } from '../auth/set-session-cookie.ts'
import { services } from '../services.ts'
import { pageOrigin, readViewer } from '../viewer.ts'

/** Ends the session of this browser, here, in the database and at the provider it came through. */
export async function signOutAction(): Promise<void> {
  const shared = services()
  const { db, sealer, environment } = shared
  const viewer = await readViewer()
  const elsewhere = viewer === null ? null : await logoutAddress(shared, viewer.session.id)
  if (viewer !== null) {
    await signOut(db, { sessionId: viewer.session.id, origin: await pageOrigin(), sealer })
  }
  await clearSessionCookie(environment)
  redirect(elsewhere ?? '/sign-in')
}
