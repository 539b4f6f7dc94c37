import { assertNever, type MessageLocale, readableTime } from '@highwater/core'
import type {
  AggregationTrait,
  DigestMember,
  DigestMessage,
  MessageReader,
} from '@highwater/core/notify'
import { byteLength } from './bytes.ts'
import { type ComposedMessage, phrasesFor, withheldIn } from './compose.ts'
import { digestPhrases } from './digest-phrases.ts'
import { nameOf } from './name-of.ts'
import { sayFigures } from './say-figures.ts'

/** One alert of a digest as one line: its state, what it is about, and the figures. */
export function lineOf(member: DigestMember, locale: MessageLocale, dataBytes: number): string {
  const say = phrasesFor(locale)
  const { state, member: line } = digestPhrases[locale]
  const name = nameOf(member.subject, dataBytes)
  const told = line(
    state[member.state],
    member.shortId,
    name,
    say.event[member.event],
    say.level[member.level],
  )
  if (member.observed === null || member.state === 'closed') return told
  const figures = sayFigures({ ...member, observed: member.observed }, say, dataBytes)
  return `${told}${say.labelSeparator}${figures}`
}

/** The members that may be named with so many bytes for all of them together. */
export function membersWithin<Shown>(
  members: readonly DigestMember[],
  show: (member: DigestMember) => Shown,
  textOf: (shown: Shown) => string,
  dataBytes: number,
): Shown[] {
  let left = dataBytes
  const named: Shown[] = []
  for (const member of members) {
    const shown = show(member)
    left -= byteLength(textOf(shown))
    if (left < 0) break
    named.push(shown)
  }
  return named
}

/** What the alerts have in common, in words. */
function groupOf({ group = [] }: DigestMessage, locale: MessageLocale, dataBytes: number): string {
  const say = phrasesFor(locale)
  const { dimension } = digestPhrases[locale]
  const worded = (trait: AggregationTrait): string => {
    switch (trait.by) {
      case 'event':
        return say.event[trait.value]
      case 'level':
        return say.level[trait.value]
      case 'severity':
        return say.severity[trait.value]
      case 'department':
      case 'project':
      case 'tag':
        return nameOf(trait.value, dataBytes)
      default:
        return assertNever(trait)
    }
  }
  const traits = group.map((trait) => `${dimension[trait.by]}${say.labelSeparator}${worded(trait)}`)
  return traits.join(say.listSeparator)
}

/** Why these alerts are told in one message. */
function whyOf(
  message: DigestMessage,
  { locale, timeZone }: MessageReader,
  dataBytes: number,
): string {
  const words = digestPhrases[locale]
  const { why, count, unwatched } = message
  if (why !== 'gap') {
    const subscription = nameOf(message.subscription ?? '', dataBytes)
    return words.why[why]({ subscription, group: groupOf(message, locale, dataBytes) })
  }
  const time = unwatched && {
    from: readableTime(unwatched.from, timeZone),
    to: readableTime(unwatched.to, timeZone),
  }
  return words.cameAndWent(count, time ?? null)
}

/** Names as many alerts as fit into `dataBytes` UTF-8 bytes and says how many are left out. */
export function composeDigest(
  message: DigestMessage,
  reader: MessageReader,
  dataBytes: number,
): ComposedMessage {
  const { locale, timeZone } = reader
  const say = phrasesFor(locale)
  const words = digestPhrases[locale]
  const items = membersWithin(
    message.members,
    (member) => ({ text: lineOf(member, locale, dataBytes), url: member.url }),
    ({ text }) => text,
    dataBytes,
  )
  const unnamed = message.count - items.length
  return {
    headline: words.headline(message.count),
    sentences: [
      whyOf(message, reader, dataBytes),
      ...(message.withheld === undefined ? [] : [withheldIn(message.withheld, say, timeZone)]),
      ...(message.note === null ? [] : [say.note[message.note]]),
    ],
    facts: [
      { name: 'sent', label: say.fact.sent, value: readableTime(message.sentFor, timeZone) },
      { name: 'id', label: say.fact.id, value: message.shortId },
    ],
    list: { items, more: unnamed > 0 ? words.more(unnamed) : null },
    detail: null,
    link: { label: words.openList, url: message.listUrl },
    shortId: message.shortId,
  }
}
