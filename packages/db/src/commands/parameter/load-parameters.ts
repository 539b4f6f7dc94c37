import { type ParameterKey, type Parameters, parametersFrom } from '@highwater/core/parameters'
import type { Transaction } from '../../client/connect.ts'
import { parameter } from '../../schema/index.ts'
import { lockInstallation } from '../lock-installation.ts'

export interface PresentParameters {
  readonly parameters: Parameters
  /** Grows with each change of any parameter. */
  readonly version: number
  /** The version that last changed each; 0 where nobody ever did. */
  readonly versionOf: (key: ParameterKey) => number
}

/** Nobody has changed anything yet. */
export const firstParameterVersion = 1

/** Reads the parameters for a change: one writer at a time. */
export async function loadParameters(tx: Transaction): Promise<PresentParameters> {
  await lockInstallation(tx)
  const rows = await tx
    .select({ key: parameter.key, value: parameter.value, version: parameter.version })
    .from(parameter)
  const versions = new Map(rows.map(({ key, version }) => [key, version]))
  const set = rows.flatMap(({ key, value }) => (value === null ? [] : [[key, value]]))
  return {
    parameters: parametersFrom(Object.fromEntries(set)),
    version: Math.max(firstParameterVersion, ...versions.values()),
    versionOf: (key) => versions.get(key) ?? 0,
  }
}
