/** What a form of the gate gets back when it could not be accepted. */
export interface GateFormState {
  /** The fault as a whole, such as a wrong password; null when the fields say it. */
  readonly error: string | null
  /** Faults by the name of their field. */
  readonly fieldErrors: Readonly<Record<string, string>>
  /** What had been typed, passwords excepted, so that nobody types it again. */
  readonly values: Readonly<Record<string, string>>
  /** That no answer came: the form says so and stays as it was sent. */
  readonly isUnreached?: true
}

export const untouched: GateFormState = { error: null, fieldErrors: {}, values: {} }

/** A server action for `useGateForm`: works as a plain POST until scripts have loaded. */
export type GateAction = (before: GateFormState, form: FormData) => Promise<GateFormState>

/** What the form of a second factor gets back; the recovery codes once it is in force. */
export interface SetUpFormState extends GateFormState {
  readonly recoveryCodes: readonly string[]
}

export const untouchedSetUp: SetUpFormState = { ...untouched, recoveryCodes: [] }
