import { hours, plus } from '@highwater/core'
import type { ChannelIo } from '../io.ts'
import { memoryKey } from '../memory.ts'

/** So long is remembered where a group has gone; then one message asks for it again. */
const keptFor = hours(365 * 24)

/** Where the chats of this process are now; null for those that are where they were. */
const known = new Map<string, string | null>()

/** A chat of a channel, as its bot knows it. */
export const chatKey = (server: string, botToken: string, chatId: string): string =>
  memoryKey('telegram chat', server, botToken, chatId)

/** The id that this chat has had since its group was upgraded; null where it has its own. */
export async function movedTo(key: string, { memory }: ChannelIo): Promise<string | null> {
  const here = known.get(key)
  if (here !== undefined) return here
  const there = (await memory?.recall(key))?.text ?? null
  known.set(key, there)
  return there
}

export async function rememberMove(key: string, chatId: string, io: ChannelIo): Promise<void> {
  known.set(key, chatId)
  await io.memory?.keep(key, { text: chatId, until: plus(io.now(), keptFor) })
}
