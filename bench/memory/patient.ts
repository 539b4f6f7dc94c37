import { setTimeout as pause } from 'node:timers/promises'
import { AskedToWait, type Sender } from '../stack/sender.ts'

/** For a minute or so: beside other work a server may be behind for a while. */
const mostAttempts = 60

export interface PatientSender extends Sender {
  /** How often a request was sent again. */
  readonly repeats: () => number
}

/** A sender that waits as long as it is asked to and sends again, as every client should. */
export function patient(sender: Sender): PatientSender {
  let repeats = 0
  const send = async (signals: readonly object[], attempt = 1): Promise<number> => {
    try {
      return await sender.send(signals)
    } catch (error) {
      if (!(error instanceof AskedToWait) || attempt === mostAttempts) throw error
      repeats += 1
      await pause(error.waitMs)
      return await send(signals, attempt + 1)
    }
  }
  return { ...sender, send, repeats: () => repeats }
}
