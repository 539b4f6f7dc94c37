'use client'

import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
import type { AppRouter } from '~/server/routers/app.ts'
import { makeQueryClient } from './query-client.ts'

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()

let ofBrowser: QueryClient | undefined

/** One for the life of the page in a browser; on the server a new one for each request. */
function queryClientHere(): QueryClient {
  if (typeof window === 'undefined') return makeQueryClient()
  ofBrowser ??= makeQueryClient()
  return ofBrowser
}

const url = '/api/trpc'

const connect = () =>
  createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({ url, transformer: superjson }),
        false: httpBatchLink({ url, transformer: superjson }),
      }),
    ],
  })

/** Lets every component below ask the server through `useTRPC`. */
export function QueryProvider({ children }: { readonly children: ReactNode }) {
  const queryClient = queryClientHere()
  const [trpcClient] = useState(connect)
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
