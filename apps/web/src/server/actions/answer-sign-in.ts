import 'server-only'
import { signInRefusalTexts } from '@highwater/core/account'
import type { SignInResult } from '@highwater/db/auth'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { durationInWords } from '~/ui/duration-words.ts'
import { localPath } from '../auth/local-path.ts'
import { setSessionCookie } from '../auth/set-session-cookie.ts'
import { pageOfStep } from '../auth/unfinished-sign-in.ts'
import { services } from '../services.ts'

/** Why somebody was not let in, in their language, and how long to wait if that helps. */
async function refusalWords(
  result: Exclude<Extract<SignInResult, { readonly ok: false }>, { reason: 'unfinished' }>,
): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('signIn.error'), getLocale()])
  const text = signInRefusalTexts[result.reason][locale]
  if (result.retryAfterSeconds === undefined) return text
  return `${text} ${t('wait', { length: durationInWords(result.retryAfterSeconds, locale) })}`
}

/** Goes on after a step of signing in: to the page that was asked for, to the next step, or back with words. */
export async function answerSignIn(result: SignInResult, wanted: unknown): Promise<string> {
  const { environment } = services()
  const next = localPath(wanted)
  if (result.ok) {
    await setSessionCookie(result.session.id, environment)
    redirect(next)
  }
  if (result.reason === 'unfinished') {
    await setSessionCookie(result.session, environment)
    redirect(pageOfStep(result.step, next))
  }
  return refusalWords(result)
}
