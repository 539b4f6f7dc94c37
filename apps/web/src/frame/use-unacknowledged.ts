'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '~/trpc/client.tsx'

/** Firing alerts that nobody has acknowledged, live. */
export function useUnacknowledged(): number {
  const trpc = useTRPC()
  return useQuery(trpc.alert.unacknowledged.queryOptions()).data ?? 0
}
