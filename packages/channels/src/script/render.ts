import type { AddressedMessage } from '@highwater/core/notify'
import type { RenderedPayload } from '../kind.ts'
import { byteLength, fitToLimit } from '../text/bytes.ts'
import { composeMessage } from '../text/compose.ts'
import { variablesOf } from '../text/variables.ts'

/** Of what stands on the standard input; the environment holds about as much again. */
export const maxInputBytes = 20_000

/** What a script reads from its standard input. */
export interface ScriptInput {
  readonly kind: string
  readonly locale: string
  readonly headline: string
  readonly url: string
  readonly variables: Readonly<Record<string, string>>
  /** The alerts of a digest that are named. */
  readonly alerts: readonly { readonly text: string; readonly url: string }[]
}

export interface ScriptPayload extends RenderedPayload {
  readonly input: ScriptInput
}

function inputOf(addressed: AddressedMessage, dataBytes: number): ScriptInput {
  const { headline, link, list } = composeMessage(addressed, dataBytes)
  return {
    kind: addressed.message.kind,
    locale: addressed.locale,
    headline,
    url: link.url,
    variables: variablesOf(addressed, dataBytes),
    alerts: list?.items ?? [],
  }
}

export function renderScript(addressed: AddressedMessage): ScriptPayload {
  const { rendered, shortened } = fitToLimit(
    (dataBytes) => inputOf(addressed, dataBytes),
    (input) => byteLength(JSON.stringify(input)),
    maxInputBytes,
  )
  return {
    input: rendered,
    bytes: byteLength(JSON.stringify(rendered)),
    shortened,
    preview: {
      title: rendered.headline,
      body: JSON.stringify(rendered, null, 2),
      format: 'json',
    },
  }
}
