import NextAuth from 'next-auth'
import { authOptions } from '~/server/auth/options.ts'
import { finishSignIn } from '~/server/auth/provider/finish-sign-in.ts'
import { requestOrigin } from '~/server/request-origin.ts'
import { services } from '~/server/services.ts'

interface Route {
  readonly params: Promise<{ readonly provider: string }>
}

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { provider: key } = await params
  const { headers } = request
  const origin = requestOrigin(headers, crypto.randomUUID())
  return finishSignIn(services(), { key, search: new URL(request.url).search, headers, origin })
}

/** Passwords are posted to the sign-in library, whose address for them is below this one. */
export async function POST(request: Request, { params }: Route): Promise<Response> {
  const { provider } = await params
  const nextauth = ['callback', provider]
  return NextAuth(authOptions(services()))(request, { params: Promise.resolve({ nextauth }) })
}
