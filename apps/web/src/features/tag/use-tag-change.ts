'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '~/trpc/client.tsx'
import { useToast } from '~/ui/toast.tsx'

/** What follows a change of a tag: the lists are read again, it is said, the dialog closes. */
export function useTagChange(onClose: () => void): (said: string) => void {
  const client = useQueryClient()
  const projects = useTRPC().project.pathFilter()
  const toast = useToast()
  return (said) => {
    client.invalidateQueries(projects)
    toast({ title: said })
    onClose()
  }
}
