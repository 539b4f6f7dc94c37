import { readHealth } from '@highwater/db/queries'
import { services } from '~/server/services.ts'

export async function GET(): Promise<Response> {
  const { isReady, checks } = await readHealth(services().db)
  return Response.json(
    { checks },
    { status: isReady ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
