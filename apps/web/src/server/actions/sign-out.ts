'use server'

import { signOut } from '@highwater/db/auth'
import { redirect } from 'next/navigation'
import { clearSessionCookie } from '../auth/set-session-cookie.ts'
import { services } from '../services.ts'
import { pageOrigin, readViewer } from '../viewer.ts'

/** Ends the session of this browser, here and in the database. */
export async function signOutAction(): Promise<void> {
  const { db, sealer, environment } = services()
  const viewer = await readViewer()
  if (viewer !== null) {
    await signOut(db, { sessionId: viewer.session.id, origin: await pageOrigin(), sealer })
  }
  await clearSessionCookie(environment)
  redirect('/sign-in')
}
