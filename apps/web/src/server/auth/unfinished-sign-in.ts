import 'server-only'
import type { SignInStep } from '@highwater/core/account'
import { readUnfinishedSignIn, type UnfinishedSignIn } from '@highwater/db/auth'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { services } from '../services.ts'
import { readCookie, sessionCookieName } from './session-cookie.ts'
import { openSessionId } from './session-token.ts'

const pages: Readonly<Record<SignInStep, string>> = {
  second_factor: '/sign-in/code',
  new_password: '/sign-in/new-password',
  set_up_second_factor: '/sign-in/second-factor',
}

/** The page of a step; `next` is where to go once all steps are taken. */
export const pageOfStep = (step: SignInStep, next: string): string =>
  next === '/' ? pages[step] : `${pages[step]}?next=${encodeURIComponent(next)}`

/** The id of the session that the browser names, whether or not it lets anybody in. */
export async function presentedSessionId(): Promise<string | null> {
  const { environment } = services()
  const sealed = readCookie(await headers(), sessionCookieName(environment))
  return sealed === null ? null : openSessionId(sealed, environment.HIGHWATER_SECRET)
}

/** The sign-in that has come to this step; any other is sent where it belongs. */
export async function requireStep(step: SignInStep, next: string): Promise<UnfinishedSignIn> {
  const sessionId = await presentedSessionId()
  const unfinished =
    sessionId === null ? null : await readUnfinishedSignIn(services().db, sessionId)
  if (unfinished === null) redirect('/sign-in')
  if (unfinished.step !== step) redirect(pageOfStep(unfinished.step, next))
  return unfinished
}
