import type { ProjectId } from '@highwater/core'
import { type FormState, untouchedForm } from '~/forms/form-state.ts'

export interface ApplyState extends FormState {
  /** What was done; null until it was. */
  readonly result: {
    readonly changed: number
    readonly unchanged: readonly {
      readonly project: ProjectId
      readonly name: string
      readonly code: 'not_found' | 'finished' | 'same_level' | 'forbidden'
    }[]
  } | null
}

export const notApplied: ApplyState = { ...untouchedForm, result: null }
