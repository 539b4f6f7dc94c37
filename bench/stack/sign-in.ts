import type { BenchStack } from './start-stack.ts'

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Signs the administrator in and answers the cookie header of that session. */
export async function signIn({ env }: BenchStack): Promise<string> {
  const asked = await fetch(`${env.HIGHWATER_URL}/api/auth/csrf`)
  const { csrfToken }: { csrfToken?: string } = await asked.json()
  const answer = await fetch(`${env.HIGHWATER_URL}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(asked) },
    body: new URLSearchParams({
      csrfToken: csrfToken ?? '',
      email: env.HIGHWATER_ADMIN_EMAIL,
      password: env.HIGHWATER_ADMIN_PASSWORD,
    }),
  })
  const session = cookiesOf(answer)
  if (session.includes('highwater.session=')) return session
  throw new Error(`Nobody was signed in: ${answer.status} ${answer.headers.get('location') ?? ''}`)
}
