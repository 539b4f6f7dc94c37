'use client'

import type { Action } from '@highwater/core/permissions'
import type { FoundAlert, FoundProject } from '@highwater/db/queries'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTRPC } from '~/trpc/client.tsx'
import { useFailureText } from '~/trpc/use-failure-text.ts'
import { useSettled } from './use-settled.ts'

/** Between two strokes of somebody who is typing nothing is asked. */
const pauseMs = 150

/** No such text is sought in any list. */
export const longestSearch = 200

interface PaletteSearch {
  readonly projects: readonly FoundProject[]
  /** Whether the list of projects finds more than these. */
  readonly isMore: boolean
  readonly alert: FoundAlert | null
  /** Whether what is shown may not be the answer yet. */
  readonly isSearching: boolean
  /** Why nothing could be searched, in words; null while it can. */
  readonly failure: string | null
  readonly retry: () => void
}

/** At once and in words: whoever searches waits for the answer, and sees no list without it. */
const prompt = { retry: false, networkMode: 'always' } as const

/** Asks the server which projects and which alert are meant by what is typed, as far as the reader may see. */
export function usePaletteSearch(typed: string, permissions: readonly Action[]): PaletteSearch {
  const trpc = useTRPC()
  const failureText = useFailureText()
  const q = useSettled(typed, pauseMs)
  const asks = (action: Action) => typed !== '' && q !== '' && permissions.includes(action)
  const projects = useQuery(
    trpc.project.find.queryOptions(
      { q },
      { enabled: asks('project.read'), placeholderData: keepPreviousData, ...prompt },
    ),
  )
  const alert = useQuery(
    trpc.alert.find.queryOptions({ q }, { enabled: asks('alert.read'), ...prompt }),
  )
  const failed = [projects, alert].find(({ isError }) => isError)
  const isOld = q !== typed || projects.isPlaceholderData
  const stillFits = ({ name }: FoundProject) => name.toLowerCase().includes(typed.toLowerCase())
  const found = typed === '' || failed ? [] : (projects.data?.items ?? [])
  return {
    // Nobody who presses Enter goes to what an earlier text has found and this one does not.
    projects: isOld ? found.filter(stillFits) : found,
    isMore: !isOld && found.length > 0 && projects.data?.isMore === true,
    alert: isOld || failed ? null : (alert.data ?? null),
    isSearching: typed !== '' && (isOld || projects.isLoading || alert.isLoading),
    failure: failed && q === typed ? failureText(failed.error) : null,
    retry: () => {
      for (const query of [projects, alert]) if (query.isError) query.refetch()
    },
  }
}
