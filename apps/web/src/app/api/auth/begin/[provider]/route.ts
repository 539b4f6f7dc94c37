import { beginSignIn } from '~/server/auth/provider/begin-sign-in.ts'
import { requestOrigin } from '~/server/request-origin.ts'
import { services } from '~/server/services.ts'

interface Route {
  readonly params: Promise<{ readonly provider: string }>
}

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { provider } = await params
  const next = new URL(request.url).searchParams.get('next')
  const origin = requestOrigin(request.headers, crypto.randomUUID())
  return beginSignIn(services(), provider, next, origin)
}
