'use client'

import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '~/trpc/client.tsx'
import { useFailureText } from '~/trpc/use-failure-text.ts'
import { useToast } from '~/ui/toast.tsx'

interface AlertAction {
  readonly act: () => Promise<unknown>
  /** What is said when it is done. */
  readonly done: string
  readonly undo?: () => void
}

/** Does something with an alert: says that it was done, or why not, and has the page read again. */
export function useAlertAction() {
  const trpc = useTRPC()
  const client = useQueryClient()
  const toast = useToast()
  const failureText = useFailureText()
  const keys: readonly QueryKey[] = [trpc.alert.pathKey(), trpc.project.pathKey()]
  return useMutation({
    mutationFn: ({ act }: AlertAction) => act(),
    onSuccess: (_, { done, undo }) =>
      toast({ title: done, ...(undo === undefined ? {} : { undo }) }),
    onError: (error) => toast({ tone: 'failed', title: failureText(error) }),
    onSettled: () => Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}
