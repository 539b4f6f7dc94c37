import { toIso, toSeconds } from '@highwater/core'
import type { Particulars } from '@highwater/core/alert'
import type {
  AddressedMessage,
  AlertMessage,
  ChannelMessage,
  DigestMessage,
} from '@highwater/core/notify'
import { clipToBytes } from '../text/bytes.ts'
import { manyLines, oneLine } from '../text/clean.ts'
import { clipParticulars } from '../text/clip-particulars.ts'
import { composeMessage } from '../text/compose.ts'
import { membersWithin } from '../text/compose-digest.ts'
import { type FittingBody, fitBody } from './fit-body.ts'

/** What the data of every message begins with. */
interface DataHead {
  readonly id: string
  readonly headline: string
  readonly summary: string
  readonly url: string
}

/** The values of an alert as data: unlike its texts, they are not in any language. */
function alertData(head: DataHead, message: AlertMessage, dataBytes: number) {
  const clip = (data: string | null): string | null =>
    data === null ? null : clipToBytes(oneLine(data), dataBytes)
  const { project } = message
  return {
    ...head,
    event: message.event,
    severity: message.severity,
    level: message.level,
    subject: clip(message.subject),
    project: project && {
      name: clip(project.name),
      kind: project.kind,
      department: clip(project.department),
      owner: clip(project.owner),
      source: clip(project.source),
      target: clip(project.target),
      tags: project.tags.map((tag) => clip(tag)),
    },
    openedAt: toIso(message.openedAt),
    lastedSeconds: toSeconds(message.lasted),
    observedSeconds: message.observed === null ? null : toSeconds(message.observed),
    thresholdSeconds: message.threshold === null ? null : toSeconds(message.threshold),
    repeat: message.repeat,
    closeReason: message.closeReason,
    closedBy: clip(message.closedBy?.name ?? null),
    closeNote: clip(message.closedBy?.note ?? null),
    detail: message.detail === null ? null : clipToBytes(manyLines(message.detail), dataBytes),
    stale: message.stale,
    note: message.note,
    mentions: mentionedIn(message, dataBytes),
  }
}

/** Times are ISO 8601 here as everywhere in the body. */
function particularsData(particulars: Particulars | null, dataBytes: number) {
  const clipped = clipParticulars(particulars, dataBytes)
  switch (clipped?.type) {
    case 'taken_over':
      return { ...clipped, lastAt: toIso(clipped.lastAt) }
    case 'gap':
      return { ...clipped, from: toIso(clipped.from), to: toIso(clipped.to) }
    default:
      return clipped
  }
}

/** The members of a digest, as many as fit; `count` says how many there are. */
function digestData(head: DataHead, message: DigestMessage, dataBytes: number) {
  const { why, count, members, subscription, group, unwatched } = message
  const named = membersWithin(
    members,
    ({ openedAt, observed, threshold, particulars, ...member }) => ({
      ...member,
      openedAt: toIso(openedAt),
      subject: clipToBytes(oneLine(member.subject), dataBytes),
      observedSeconds: observed === null ? null : toSeconds(observed),
      thresholdSeconds: threshold === null ? null : toSeconds(threshold),
      particulars: particularsData(particulars, dataBytes),
    }),
    (member) => JSON.stringify(member),
    dataBytes,
  )
  return {
    ...head,
    why,
    count,
    subscription: subscription === undefined ? null : clipToBytes(oneLine(subscription), dataBytes),
    ...(group ? { group } : {}),
    members: named,
    unnamed: count - named.length,
    mentions: mentionedIn(message, dataBytes),
    ...(unwatched ? { unwatched: { from: toIso(unwatched.from), to: toIso(unwatched.to) } } : {}),
  }
}

function dataOf(head: DataHead, message: ChannelMessage, dataBytes: number) {
  switch (message.kind) {
    case 'test':
      return head
    case 'digest':
      return digestData(head, message, dataBytes)
    default:
      return alertData(head, message, dataBytes)
  }
}

/** The names of those for whom the message is. */
const mentionedIn = (message: AlertMessage | DigestMessage, dataBytes: number): string[] =>
  (message.mentions ?? []).map(({ name }) => clipToBytes(oneLine(name), dataBytes))

function wholeBody(addressed: AddressedMessage, dataBytes: number): string {
  const { message } = addressed
  const { headline, sentences, link } = composeMessage(addressed, dataBytes)
  const head = { id: message.shortId, headline, summary: sentences.join(' '), url: link.url }
  return JSON.stringify({
    type: `alert.${message.kind}`,
    timestamp: toIso(message.sentFor),
    data: dataOf(head, message, dataBytes),
  })
}

let last: { readonly addressed: AddressedMessage; readonly body: FittingBody } | null = null

const saysTheSame = (one: AddressedMessage, other: AddressedMessage): boolean =>
  one.message === other.message &&
  one.locale === other.locale &&
  one.timeZone === other.timeZone &&
  one.template === other.template

/**
 * The default body: the payload form of Standard Webhooks. News for many channels comes as one object, one
 * channel after the other: it is put into words once.
 */
export function standardBody(addressed: AddressedMessage): FittingBody {
  if (last !== null && saysTheSame(last.addressed, addressed)) return last.body
  const body = fitBody((bytes) => wholeBody(addressed, bytes))
  last = { addressed, body }
  return body
}
