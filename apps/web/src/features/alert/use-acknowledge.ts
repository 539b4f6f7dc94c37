'use client'

import type { AlertId } from '@highwater/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '~/trpc/client.tsx'
import { useFailureText } from '~/trpc/use-failure-text.ts'
import { useToast } from '~/ui/toast.tsx'

interface Acknowledgement {
  readonly ids: readonly AlertId[]
  readonly acknowledged: boolean
}

export interface Acknowledge {
  /** What the page shall show already while the server has not answered. */
  readonly expected: ReadonlyMap<string, boolean>
  readonly change: (request: Acknowledgement & { readonly subject: string }) => void
}

/** Acknowledges alerts or takes it back: shown at once, undone from the toast, mended if refused. */
export function useAcknowledge(): Acknowledge {
  const t = useTranslations('alerts.action')
  const trpc = useTRPC()
  const client = useQueryClient()
  const toast = useToast()
  const failureText = useFailureText()
  const acknowledge = useMutation(trpc.alert.acknowledge.mutationOptions())
  const unacknowledge = useMutation(trpc.alert.unacknowledge.mutationOptions())

  const send = useMutation({
    mutationFn: async ({ ids, acknowledged }: Acknowledgement) => {
      const one = acknowledged ? acknowledge.mutateAsync : unacknowledge.mutateAsync
      for (const alert of ids) await one({ alert })
    },
    onError: (error) => toast({ tone: 'failed', title: failureText(error) }),
    onSettled: () => client.invalidateQueries({ queryKey: trpc.alert.pathKey() }),
  })

  return {
    expected: new Map(
      send.isPending ? send.variables.ids.map((id) => [id, send.variables.acknowledged]) : [],
    ),
    change({ ids, acknowledged, subject }) {
      send.mutate(
        { ids, acknowledged },
        {
          onSuccess: () =>
            toast({
              title: t(acknowledged ? 'acknowledgedOf' : 'unacknowledgedOf', { subject }),
              undo: () => send.mutate({ ids, acknowledged: !acknowledged }),
            }),
        },
      )
    },
  }
}
