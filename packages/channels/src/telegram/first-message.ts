import { hours, plus } from '@highwater/core'
import type { ChannelIo, HttpAnswer, NetworkFailure } from '../io.ts'
import { memoryKey } from '../memory.ts'
import { messageIdOf } from './read-answer.ts'

/** Alerts that live longer begin a new thread. */
const keptFor = hours(30 * 24)

/** The first message about an alert in a chat, which all later ones answer. */
export async function firstMessage(chat: string, { memory, incidentId, ...io }: ChannelIo) {
  const key = memoryKey('telegram thread', chat, incidentId)
  const known = await memory?.recall(key)
  return {
    /** Left out for the first. It is sent by itself where that one has been deleted. */
    reply: known
      ? { message_id: Number(known.text), allow_sending_without_reply: true }
      : undefined,
    /** Remembers what was sent, if it is the first that arrived. */
    async note(result: HttpAnswer | NetworkFailure): Promise<void> {
      const id = known ? null : messageIdOf(result)
      if (id !== null) await memory?.keep(key, { text: String(id), until: plus(io.now(), keptFor) })
    },
  }
}
