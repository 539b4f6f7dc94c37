import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { headers } from 'next/headers'
import { cache, type ReactNode } from 'react'
import { appRouter, createCaller } from '~/server/routers/app.ts'
import { services } from '~/server/services.ts'
import { createTrpcContext } from '~/server/trpc-context.ts'
import { makeQueryClient } from './query-client.ts'

const requestContext = cache(async () => {
  const head = await headers()
  return createTrpcContext(head, services(), head.get('x-request-id') ?? crypto.randomUUID())
})

export const getQueryClient = cache(makeQueryClient)

/** The same options as in the browser, answered in this process. */
export const trpc = createTRPCOptionsProxy({
  ctx: requestContext,
  router: appRouter,
  queryClient: getQueryClient,
})

/** Calls a procedure for what the page itself needs; refusals throw. */
export const caller = cache(async () => createCaller(await requestContext()))

/** What this request has handed to the browser: frame and page share a client, and each row is heavy. */
const handedOver = cache(() => new Set<string>())

/** Hands what was fetched here to the components in the browser, so that nothing is asked twice. */
export function HydrateClient({ children }: { readonly children: ReactNode }) {
  const handed = handedOver()
  const state = dehydrate(getQueryClient(), {
    shouldDehydrateQuery: (query) =>
      query.state.status === 'success' && !handed.has(query.queryHash),
  })
  for (const { queryHash } of state.queries) handed.add(queryHash)
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>
}
