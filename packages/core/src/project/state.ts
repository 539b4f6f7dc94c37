/** What a project is doing, as its source last said (`api.md` fixes the names). */
export const projectStates = [
  'running',
  'monitoring',
  'interrupted',
  'failed',
  'paused',
  'finished',
  'released',
  'unknown',
] as const
export type ProjectState = (typeof projectStates)[number]

/** The states of one step of a project; OMS's names in lower case. */
export const stepStates = [
  'init',
  'running',
  'monitoring',
  'suspended',
  'failed',
  'finished',
  'unknown',
] as const
export type StepState = (typeof stepStates)[number]

export const isInterrupted = (state: ProjectState): boolean =>
  state === 'interrupted' || state === 'failed'

/** Said not to work, by whomever and for whatever reason, though not done. */
export const isStopped = (state: ProjectState): boolean =>
  isInterrupted(state) || state === 'paused' || state === 'released'

export const isRunning = (state: ProjectState): boolean =>
  state === 'running' || state === 'monitoring'

/** What a project's state says of the step that it is in; null where it says nothing. */
export function stepStateOf(project: ProjectState): StepState | null {
  switch (project) {
    case 'running':
    case 'monitoring':
    case 'failed':
    case 'finished':
      return project
    case 'interrupted':
      return 'failed'
    case 'paused':
      return 'suspended'
    case 'released':
    case 'unknown':
      return null
  }
}

/** What a step's state says of its project; null where it says nothing (one step of several is done). */
export function projectStateOf(step: StepState): ProjectState | null {
  switch (step) {
    case 'running':
      return 'running'
    case 'monitoring':
      return 'monitoring'
    case 'suspended':
      return 'paused'
    case 'failed':
      return 'failed'
    case 'init':
    case 'finished':
    case 'unknown':
      return null
  }
}
