import NextAuth from 'next-auth'
import { authOptions } from '~/server/auth/options.ts'
import { beginSignIn } from '~/server/auth/provider/begin-sign-in.ts'
import { finishSignIn } from '~/server/auth/provider/finish-sign-in.ts'
import { bounded } from '~/server/bounded-request.ts'
import { requestOrigin } from '~/server/request-origin.ts'
import { services } from '~/server/services.ts'

interface Route {
  readonly params: Promise<{ readonly nextauth: readonly string[] }>
}

/** Nothing larger than a sign-in form is ever sent here. */
const largestBody = 16 * 1_024

const handle = (request: Request, route: Route) =>
  bounded(request, largestBody, (read) => NextAuth(authOptions(services()))(read, route))

/** Of the library's addresses those that lead to and from providers are answered by our own hands. */
export async function GET(request: Request, route: Route): Promise<Response> {
  const { nextauth } = await route.params
  const [step, key = ''] = nextauth
  const { headers } = request
  const { search, searchParams } = new URL(request.url)
  const origin = requestOrigin(headers, crypto.randomUUID())
  if (step === 'begin') return beginSignIn(services(), key, searchParams.get('next'), origin)
  if (step === 'callback') return finishSignIn(services(), { key, search, headers, origin })
  return handle(request, route)
}

export { handle as POST }
