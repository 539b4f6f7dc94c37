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
