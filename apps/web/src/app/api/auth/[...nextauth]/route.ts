import NextAuth from 'next-auth'
import { authOptions } from '~/server/auth/options.ts'
import { bounded } from '~/server/bounded-request.ts'
import { services } from '~/server/services.ts'

interface Route {
  readonly params: Promise<{ readonly nextauth: readonly string[] }>
}

/** Nothing larger than a sign-in form is ever sent here. */
const largestBody = 16 * 1_024

const handle = (request: Request, route: Route) =>
  bounded(request, largestBody, (read) => NextAuth(authOptions(services()))(read, route))

export { handle as GET, handle as POST }
