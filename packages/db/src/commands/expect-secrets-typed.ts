import { receiversOf } from '@highwater/channels/catalog'
import { AppError } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { namesOfSet } from './merge-settings.ts'

type Settings = Readonly<Record<string, unknown>>

interface Sealable {
  readonly config: Settings
  readonly secrets: Settings
}

const message = 'These settings name another receiver: type this secret again.'

/** A program that may do everything keeps the secrets itself, and moves channels to other gateways. */
const mayMoveSecrets = (actor: Actor): boolean => actor.type === 'token' && actor.scope === 'admin'

/**
 * Stored secrets go to whom they were typed for. Otherwise whoever may change a channel, or test one,
 * could point it at a server of their own and read there what nobody is shown.
 * @throws AppError `invalid_input` that names the secrets to be typed
 */
export function expectSecretsTyped(
  actor: Actor,
  stored: Sealable,
  submitted: Settings | undefined,
  settings: Sealable,
): void {
  const kept = namesOfSet(stored.secrets).filter((name) => !Object.hasOwn(submitted ?? {}, name))
  if (kept.length === 0 || mayMoveSecrets(actor)) return
  const known = new Set(receiversOf(stored.config, stored.secrets))
  if (receiversOf(settings.config, settings.secrets).every((place) => known.has(place))) return
  const faults = kept.map((name) => ({ path: `secrets.${name}`, message }))
  throw new AppError('invalid_input', message, { faults })
}
