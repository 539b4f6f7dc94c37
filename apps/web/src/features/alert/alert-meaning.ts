import type { AlertState } from '@highwater/core/alert'
import type { Meaning } from '~/ui/meaning.ts'

/** How the state of an alert is shown; a closed one is calm again. */
export const alertMeanings: Readonly<Record<AlertState, Meaning>> = {
  pending: 'pending',
  firing: 'firing',
  recovering: 'recovering',
  closed: 'quiet',
}
