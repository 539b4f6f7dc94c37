import { QueryClient } from '@tanstack/react-query'
import superjson from 'superjson'

/** What the server has just rendered is not asked again at once; live news invalidate it earlier. */
const freshMs = 30_000

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: freshMs, retry: 1 },
      dehydrate: {
        serializeData: superjson.serialize,
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  })
