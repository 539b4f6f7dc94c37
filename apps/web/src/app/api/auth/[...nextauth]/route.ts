import NextAuth from 'next-auth'
import { authOptions } from '~/server/auth/options.ts'
import { services } from '~/server/services.ts'

interface Route {
  readonly params: Promise<{ readonly nextauth: readonly string[] }>
}

const handle = (request: Request, route: Route) => NextAuth(authOptions(services()))(request, route)

export { handle as GET, handle as POST }
