import type { AppError, ErrorCode } from '@highwater/core'

/** The fields of the form by the names that faults have; `source.type` is found at `source`. */
export const projectFields = [
  'name',
  'externalKey',
  'department',
  'owner',
  'maintainers',
  'source',
  'target',
  'tags',
  'expectedIntervalSeconds',
  'confirmation',
] as const
export type ProjectField = (typeof projectFields)[number]

/** What a form about a project gets back when it could not be accepted. */
export interface ProjectFormState {
  /** Why it was refused as a whole, or that no answer came; null when fields are at fault. */
  readonly error: Exclude<ErrorCode, 'invalid_input'> | 'unreached' | null
  readonly faults: readonly ProjectField[]
}

export const untouched: ProjectFormState = { error: null, faults: [] }

export const unreached: ProjectFormState = { error: 'unreached', faults: [] }

export type ProjectAction = (before: ProjectFormState, form: FormData) => Promise<ProjectFormState>

const fieldAt = (path: string): ProjectField | undefined =>
  projectFields.find(
    (field) => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`),
  )

/** What the form says of a refusal. A key that is taken is a fault of its field. */
export function formStateOf({ code, faults }: AppError): ProjectFormState {
  const fields = faults.flatMap(({ path }) => fieldAt(path) ?? [])
  if (fields.length > 0) return { error: null, faults: fields }
  return { error: code === 'invalid_input' ? 'malformed' : code, faults: [] }
}
