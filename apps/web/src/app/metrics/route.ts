import { services } from '~/server/services.ts'

export async function GET(): Promise<Response> {
  const { registry } = services().metrics
  return new Response(await registry.metrics(), {
    headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
  })
}
