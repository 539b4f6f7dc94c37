import type { z } from 'zod'

/** Which program reads the environment. `start` checks everything on behalf of the other two. */
export type ProcessName = 'start' | 'web' | 'worker'

/** The shape of `process.env`. */
export type EnvironmentSource = Readonly<Record<string, string | undefined>>

export type Variable<Schema extends z.ZodType = z.ZodType> = {
  readonly schema: Schema
  /** As one would write it; absent when the variable may stay unset or must be given. */
  readonly default?: string
  /** The default in words, where it is not one fixed value. */
  readonly defaultInWords?: string
  /** One sentence for an operator. */
  readonly meaning: string
  readonly example?: string
  readonly readBy: readonly Exclude<ProcessName, 'start'>[]
  /** These programs cannot run without it. */
  readonly requiredBy?: readonly ProcessName[]
  /** Its value must never be shown, not even in an error. */
  readonly secret?: true
}
