import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { bounded } from '~/server/bounded-request.ts'
import { appRouter } from '~/server/routers/app.ts'
import { services } from '~/server/services.ts'
import { createTrpcContext } from '~/server/trpc-context.ts'

const largestBody = 1_024 * 1_024

function answer(request: Request): Promise<Response> {
  const shared = services()
  const requestId = crypto.randomUUID()
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: () => createTrpcContext(request.headers, shared, requestId),
    onError({ error, path }) {
      if (error.code !== 'INTERNAL_SERVER_ERROR') return
      shared.log.error({ err: error.cause ?? error, path, requestId }, 'a procedure failed')
    },
    responseMeta: () => ({
      headers: new Headers({ 'x-request-id': requestId, 'cache-control': 'no-store' }),
    }),
  })
}

const handle = (request: Request) => bounded(request, largestBody, answer)

export { handle as GET, handle as POST }
