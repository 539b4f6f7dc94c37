import type { FieldSpec } from '@highwater/channels/catalog'
import type { Localized } from '@highwater/core'
import type { z } from 'zod'

/** Everything about a kind of source that is pure: safe for a browser. */
export interface SourceKind<
  Config extends z.ZodType = z.ZodType,
  Secrets extends z.ZodType = z.ZodType,
> {
  readonly kind: string
  readonly label: Localized
  readonly summary: Localized
  readonly config: Config
  readonly secrets: Secrets
  readonly fields: readonly FieldSpec[]
  /** A gauge is true at the moment it was read; a position keeps growing until the next reading. */
  readonly measures: 'gauge' | 'position'
  /** One sentence: what is reported while nothing is being written at the source. */
  readonly idle: Localized
}
