import { channels, type MemoryOutbox, perMinute, type Sent } from './memory-outbox.fixture.ts'
import type { MemoryWorld } from './memory-world.fixture.ts'

const minute = 60_000

/** (3) Per channel and alert: firing, then repeats, then resolved. */
function outOfOrder(sent: readonly Sent[]): string[] {
  const last = new Map<string, string>()
  return sent.flatMap(({ arrived, row }) => {
    // A first message that was refused has had its turn; an end that did not arrive was never told.
    if (!arrived && row.kind !== 'firing') return []
    const key = `${row.alert} ${row.channel}`
    const before = last.get(key)
    last.set(key, row.kind)
    if (row.kind === 'firing' || row.note === 'first_news_of_a_closed_alert') return []
    if (before === undefined) return [`${key}: ${row.kind} before anything else`]
    return before === 'resolved' && row.kind === 'repeat'
      ? [`${key}: ${row.kind} after resolved`]
      : []
  })
}

/** (6) No robot gets more than its share in any minute. */
function overBudget(sent: readonly Sent[]): string[] {
  return channels.flatMap(({ id }) => {
    const times = sent.filter(({ row }) => row.channel === id).map(({ at }) => at as number)
    const over = times.some((at, index) => at - (times[index - perMinute] ?? -minute) < minute)
    return over ? [`${id}: more than ${perMinute} messages in a minute`] : []
  })
}

/** (5) A crash or a lost answer makes at most one duplicate of a message. */
const duplicated = ({ rows }: MemoryOutbox): string[] =>
  rows.flatMap((row) =>
    row.arrivals > 2 ? [`${row.alert} ${row.kind}: ${row.arrivals} arrivals`] : [],
  )

/** (1, 8) Whatever fired is owed to each channel, or says why it is not. */
function unexplained({ projects, outbox }: MemoryWorld): string[] {
  const owed = new Map<string, Set<string | null>>()
  for (const { alert, channel } of outbox.rows) {
    owed.set(alert, (owed.get(alert) ?? new Set()).add(channel))
  }
  const fired = projects.flatMap(({ watch }, index) =>
    watch.log.flatMap(({ alert, transition }) =>
      transition.type === 'fire' ? [`${index} ${alert}`] : [],
    ),
  )
  return [...new Set(fired)].flatMap((alert) => {
    const channelsOf = owed.get(alert) ?? new Set()
    const complete = channelsOf.has(null) || channels.every(({ id }) => channelsOf.has(id))
    return complete ? [] : [`${alert} fired and neither told nor explained it everywhere`]
  })
}

/** (2) One open alert per object and event; (7) only good news or a reason ends one. */
const impossible = ({ projects }: MemoryWorld): string[] =>
  projects.flatMap(({ watch }, index) => {
    const open = watch.facts.open.map(({ condition }) => condition)
    return new Set(open).size === open.length ? [] : [`${index}: two open alerts of one condition`]
  })

/** Every sentence of A10 that does not hold of this world. */
export function violations(world: MemoryWorld): string[] {
  const { outbox } = world
  return [
    ...outOfOrder(outbox.sent),
    ...overBudget(outbox.sent),
    ...duplicated(outbox),
    ...unexplained(world),
    ...impossible(world),
  ]
}
