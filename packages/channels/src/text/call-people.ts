import type { AddressedMessage, ChannelMessage } from '@highwater/core/notify'
import { type ContactName, isContact, type MentionedPerson } from '@highwater/core/person'

/** How the people whom a message mentions are told that it is for them. */
export interface Calling {
  /** The contacts of those who can be called, by what calls them. */
  readonly called: Readonly<Record<ContactName, readonly string[]>>
  /** The message for all others: these it names in its text. */
  readonly naming: AddressedMessage
}

/** So many are called in one message; the text names the others. */
const mostCalled = 20

function contactOf({ contacts }: MentionedPerson, callsBy: readonly ContactName[]) {
  for (const by of callsBy) {
    const value = contacts[by]
    if (value !== undefined && isContact(by, value)) return { by, value }
  }
  return null
}

/**
 * Parts the people of a message: those who have a contact by which this format calls people, best
 * first, and those who can only be named. Never is anybody else called in their place.
 */
export function callPeople(
  addressed: AddressedMessage,
  callsBy: readonly ContactName[],
  most: number = mostCalled,
): Calling {
  const called: Record<ContactName, string[]> = {
    mobile: [],
    dingtalkUserId: [],
    feishuOpenId: [],
    wecomUserId: [],
  }
  const { message } = addressed
  if (message.kind === 'test' || message.mentions === undefined) {
    return { called, naming: addressed }
  }
  let room = Math.min(most, mostCalled)
  const named = message.mentions.filter((person) => {
    const contact = contactOf(person, callsBy)
    if (contact === null || room <= 0) return true
    called[contact.by].push(contact.value)
    room -= 1
    return false
  })
  const naming: ChannelMessage = { ...message, mentions: named }
  return { called, naming: { ...addressed, message: naming } }
}

/** Each once, those of the channel's own settings first. */
export const withCalled = (own: readonly string[], called: readonly string[]): string[] => [
  ...new Set([...own, ...called]),
]
