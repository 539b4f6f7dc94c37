import { type ClusterSettings, clusterInput, restoreConfig } from '@highwater/channels/catalog'
import { parseInput } from '@highwater/core'
import { clusterName } from '@highwater/core/channel'
import type { Actor } from '@highwater/core/permissions'
import { fingerprintOf } from '../../client/secrets.ts'
import { settingsField } from '../channel/channel-input.ts'
import { unlessTaken } from '../database-fault.ts'
import { expectSecretsTyped } from '../expect-secrets-typed.ts'
import { mergeSettings } from '../merge-settings.ts'

type Settings = Readonly<Record<string, unknown>>

export interface SubmittedCluster {
  readonly config?: Settings | undefined
  readonly secrets?: Settings | undefined
}

export const clusterFields = { name: clusterName, config: settingsField, secrets: settingsField }

const noSettings = { config: {}, secrets: {} }

/** A field left empty is not stored, so that equal settings are equal when compared. */
const withoutUnset = (settings: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))

/**
 * What was submitted, laid over what is stored: what is left out stays, null takes away.
 * @throws AppError `invalid_input` with paths such as `secrets.password`
 */
export function parseCluster(
  submitted: SubmittedCluster,
  actor: Actor,
  stored: { readonly config: Settings; readonly secrets: Settings } = noSettings,
) {
  const parsed: ClusterSettings = parseInput(clusterInput, {
    config: mergeSettings(stored.config, restoreConfig(submitted.config ?? {}, stored.config)),
    secrets: mergeSettings(stored.secrets, submitted.secrets ?? {}),
  })
  const settings = { config: withoutUnset(parsed.config), secrets: withoutUnset(parsed.secrets) }
  expectSecretsTyped(actor, stored, submitted.secrets, settings)
  return settings
}

export type ParsedCluster = ReturnType<typeof parseCluster>

/** Names exactly these settings: a successful test vouches for nothing else. */
export const fingerprintOfCluster = (settings: ParsedCluster): string =>
  fingerprintOf({ cluster: settings })

/** @throws AppError `conflict` at `name` when another living cluster has it */
export const unlessNameTaken = <T>(write: PromiseLike<T>, name: string): Promise<T> =>
  unlessTaken(write, 'ocp_cluster_name', {
    path: 'name',
    message: `Another OCP cluster is called "${name}" already. Choose another name.`,
  })
