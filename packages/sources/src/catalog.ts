/** What every kind of source is. Pure: web pages, forms and the database read it. */
import { AppError, faultsOf, type InputFault } from '@highwater/core'
import { z } from 'zod'
import type { SourceKind } from './kind.ts'
import { postgresql } from './postgresql/kind.ts'

/** Every kind, in the order in which people choose one. */
const kinds = [postgresql] as const

export type SourceKindName = (typeof kinds)[number]['kind']
export const sourceKinds: readonly SourceKind[] = kinds
export const sourceKindNames: readonly SourceKindName[] = kinds.map((entry) => entry.kind)

export const isSourceKind = (kind: string): kind is SourceKindName =>
  sourceKindNames.some((name) => name === kind)

/** @throws AppError `invalid_input` when there is no such kind */
export function sourceKindOf(kind: string): SourceKind {
  const found = sourceKinds.find((entry) => entry.kind === kind)
  if (found) return found
  const message = `There is no source kind “${kind}”. Use ${sourceKindNames.join(', ')}.`
  throw new AppError('invalid_input', message, { faults: [{ path: 'kind', message }] })
}

/** The settings of a source of any kind, parsed by that kind's schemas with defaults filled in. */
export const sourceInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal(postgresql.kind),
    config: postgresql.config,
    secrets: postgresql.secrets.default({}),
  }),
])
export type SourceInput = z.output<typeof sourceInput>

/** What is wrong with the settings among the fields of a new source; of a kind that there is not, nothing is said. */
export function sourceFaults(sent: Readonly<Record<string, unknown>>): readonly InputFault[] {
  const { kind, config = {}, secrets = {} } = sent
  if (typeof kind !== 'string' || !isSourceKind(kind)) return []
  const parsed = sourceInput.safeParse({ kind, config, secrets })
  return parsed.success ? [] : faultsOf(parsed.error)
}

/** Names under `secrets` that are sealed when saved, such as `password`. */
export function secretNames(kind: string): readonly string[] {
  const paths = sourceKindOf(kind).fields.map((field) => field.path)
  return [...new Set(paths.flatMap((path) => /^secrets\.([^.]+)/.exec(path)?.[1] ?? []))]
}

const jsonSchemaOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

/** A kind as forms and the API tell it. */
export function describeSourceKind(kind: SourceKind) {
  const { label, summary, fields, measures, idle } = kind
  return {
    kind: kind.kind,
    label,
    summary,
    config: jsonSchemaOf(kind.config),
    secrets: jsonSchemaOf(kind.secrets),
    fields,
    measures,
    idle,
  }
}

export type { CollectedProject, CollectedSignal, CollectResult } from './collector.ts'
export { type CollectFailure, collectFailures, failureTexts } from './failure.ts'
export type { SourceKind } from './kind.ts'
export { toSignalInput } from './to-signal-input.ts'
export { vanishedSignal } from './vanished.ts'
