'use client'

import type { ProjectItem } from '@highwater/db/queries'
import { useRefusal } from '~/frame/viewer.tsx'
import { type BulkAction, bulkActions, permissionOf } from './bulk-action.ts'

type Standing = Pick<ProjectItem, 'state' | 'isWatched' | 'department' | 'owner'>

/** Whether an action makes sense for a project as it is; the server decides again. */
function isOpenTo(action: BulkAction, { state, isWatched }: Standing): boolean {
  const isOver = state === 'finished' || state === 'released'
  switch (action) {
    case 'pause_watching':
      return isWatched && !isOver
    case 'resume_watching':
      return !isWatched
    case 'release':
      return (
        state === 'paused' ||
        state === 'interrupted' ||
        state === 'failed' ||
        state === 'finished' ||
        (!isWatched && state !== 'released')
      )
    case 'delete':
      return state === 'released' || state === 'unknown'
    case 'add_tags':
    case 'remove_tags':
      return true
  }
}

/** What the viewer may do with one project as it is. */
export function useBulkActions(): (project: Standing) => BulkAction[] {
  const refusal = useRefusal()
  return (project) =>
    bulkActions.filter(
      (action) => isOpenTo(action, project) && refusal(permissionOf[action], project) === null,
    )
}
