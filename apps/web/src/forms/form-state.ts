import type { ErrorCode } from '@highwater/core'

/** What a form of the console gets back from its server action. */
export interface FormState {
  /** Counts the answers, so that the same answer twice is noticed twice. */
  readonly answer: number
  readonly outcome: 'untouched' | 'done' | 'refused'
  /** The refusal as a whole, in the reader's language; null when the fields say it. */
  readonly error: string | null
  readonly code: ErrorCode | 'unexpected' | null
  /** Faults by the path of their field, such as `config.keyword`. */
  readonly fieldErrors: Readonly<Record<string, string>>
}

export const untouchedForm: FormState = {
  answer: 0,
  outcome: 'untouched',
  error: null,
  code: null,
  fieldErrors: {},
}

/** A server action for `useServerForm`: a plain POST until scripts have loaded. */
export type FormAction<State extends FormState = FormState> = (
  before: State,
  form: FormData,
) => Promise<State>

export const doneAfter = (before: FormState): FormState => ({
  ...untouchedForm,
  answer: before.answer + 1,
  outcome: 'done',
})
