'use client'

import type { AlertId } from '@highwater/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTRPC } from '~/trpc/client.tsx'

/** An open alert's line moves without any notice, so it is read again from time to time. */
const historyEveryMs = 15_000

/** An alert and the latency around it, live; the history is null for one without a project. */
export function useAlert(id: AlertId) {
  const trpc = useTRPC()
  const alert = useQuery(trpc.alert.get.queryOptions({ id }))
  const history = useQuery(
    trpc.alert.history.queryOptions(
      { id },
      {
        placeholderData: keepPreviousData,
        refetchInterval: alert.data?.closedAt === null ? historyEveryMs : false,
      },
    ),
  )
  return { alert: alert.data ?? null, error: alert.error, history: history.data ?? null }
}
