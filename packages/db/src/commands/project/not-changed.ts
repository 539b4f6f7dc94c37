import type { ProjectId } from '@highwater/core'
import type { ProjectState } from '@highwater/core/project'

/** A project that a bulk change left alone, and why. */
export interface NotChanged {
  readonly project: ProjectId
  /** Null where there is none, or none that may be seen. */
  readonly name: string | null
  readonly code: 'not_found' | 'forbidden' | 'wrong_state' | 'already_so' | 'too_many_tags'
  readonly message: string
}

export type ReasonAgainst = Pick<NotChanged, 'code' | 'message'>

export interface BulkChanged {
  readonly changed: number
  readonly unchanged: readonly NotChanged[]
}

export const missing: ReasonAgainst = {
  code: 'not_found',
  message: 'There is no such project, or you may not see it.',
}
export const forbidden: ReasonAgainst = {
  code: 'forbidden',
  message: 'You may not do this with this project.',
}
export const alreadySo = (message: string): ReasonAgainst => ({ code: 'already_so', message })
const wrongState = (message: string): ReasonAgainst => ({ code: 'wrong_state', message })

interface Standing {
  readonly state: ProjectState
  readonly isWatched: boolean
}

/** Nobody is told of a project that is over, so there is nothing to pause. */
export const againstPausing = ({ state }: Standing): ReasonAgainst | null =>
  state === 'finished' || state === 'released'
    ? wrongState(`The project is ${state}: it has no alerts that could be paused.`)
    : null

/** What works is not released by mistake: OMS too wants it paused, failed or completed first. */
export function againstReleasing({ state, isWatched }: Standing): ReasonAgainst | null {
  switch (state) {
    case 'released':
      return alreadySo('The project has been released already.')
    case 'paused':
    case 'interrupted':
    case 'failed':
    case 'finished':
      return null
    case 'running':
    case 'monitoring':
    case 'unknown':
      return isWatched
        ? wrongState(
            `The project is ${state}. Only paused, failed and finished projects are released, and those that are not watched: pause watching it first.`,
          )
        : null
  }
}

/** Many at once are deleted only before they start and after they are released. */
export const againstDeleting = ({ state }: Standing): ReasonAgainst | null =>
  state === 'released' || state === 'unknown'
    ? null
    : wrongState(
        `The project is ${state}. Only released projects and those that never reported are deleted in bulk: release it first, or delete it by itself.`,
      )
