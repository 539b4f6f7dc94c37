import { isPlainName, parseInput, unseenInName } from '@highwater/core'
import { sourceInput } from '@highwater/sources/catalog'
import { z } from 'zod'
import { unlessTaken } from '../database-fault.ts'

const interval = 'Use 5–3600 seconds.'

export const sourceFields = {
  name: z
    .string()
    .trim()
    .min(1, 'Give the source a name.')
    .max(100, 'Use at most 100 characters.')
    .refine(isPlainName, unseenInName),
  enabled: z.boolean().optional(),
  intervalSeconds: z.int(interval).min(5, interval).max(3_600, interval).optional(),
}

/** @throws AppError `invalid_input` with paths such as `config.host` */
export const parseSourceSettings = (settings: {
  readonly kind: string
  readonly config: Readonly<Record<string, unknown>>
  readonly secrets: Readonly<Record<string, unknown>>
}) => parseInput(sourceInput, settings)

/** @throws AppError `conflict` at `name` when another living source has it */
export const unlessNameTaken = <T>(write: PromiseLike<T>, name: string): Promise<T> =>
  unlessTaken(write, 'source_name', {
    path: 'name',
    message: `Another source is called "${name}" already. Choose another name.`,
  })
