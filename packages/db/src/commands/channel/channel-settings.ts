import {
  type ChannelInput,
  channelInput,
  restoreConfig,
  robotOf,
} from '@highwater/channels/catalog'
import { parseInput } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { fingerprintOf, type Sealer } from '../../client/secrets.ts'
import type { channel } from '../../schema/index.ts'
import { expectSecretsTyped } from '../expect-secrets-typed.ts'
import { mergeSettings } from '../merge-settings.ts'

/** What a form or a program sends of a channel's settings. */
export interface SubmittedSettings {
  readonly kind?: string | undefined
  readonly config?: Readonly<Record<string, unknown>> | undefined
  readonly secrets?: Readonly<Record<string, unknown>> | undefined
}

export type StoredSettings = Pick<typeof channel.$inferSelect, 'kind' | 'config' | 'sealedSecrets'>

/** @throws AppError `invalid_input` with paths such as `secrets.webhook` */
export const parseSettings = (submitted: SubmittedSettings): ChannelInput =>
  parseInput(channelInput, {
    kind: submitted.kind,
    config: submitted.config,
    secrets: submitted.secrets,
  })

export const openSettings = (stored: StoredSettings, sealer: Sealer) => ({
  kind: stored.kind,
  config: stored.config,
  secrets: sealer.open(stored.sealedSecrets),
})

/**
 * The stored settings with what was submitted laid over them. Of another kind nothing is kept: the
 * names would mean something else there.
 * @throws AppError `invalid_input` with paths such as `secrets.webhook`
 */
export function mergeChannel(
  stored: ReturnType<typeof openSettings>,
  submitted: SubmittedSettings,
  actor: Actor,
): ChannelInput {
  if (submitted.kind !== undefined && submitted.kind !== stored.kind)
    return parseSettings(submitted)
  const settings: ChannelInput = parseInput(channelInput, {
    kind: stored.kind,
    config: mergeSettings(stored.config, restoreConfig(submitted.config ?? {}, stored.config)),
    secrets: mergeSettings(stored.secrets, submitted.secrets ?? {}),
  })
  expectSecretsTyped(actor, stored, submitted.secrets, settings)
  return settings
}

/** Names exactly these settings: a delivered test vouches for nothing else (C3). */
export const fingerprintOfSettings = ({ kind, config, secrets }: ChannelInput): string =>
  fingerprintOf({ kind, config, secrets })

/** Names the robot whose budget is spent: channels that share a robot share its rate limit (C9). */
export const budgetKeyOf = (settings: ChannelInput): string =>
  fingerprintOf({ kind: settings.kind, robot: robotOf(settings) })
