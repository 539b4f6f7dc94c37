import {
  type AlertId,
  instant,
  millis,
  minutes,
  plus,
  type SubscriptionId,
  seconds,
  toIso,
} from '@highwater/core'
import { nobody } from '@highwater/core/person'
import type { SignalInput } from '@highwater/core/project'
import { type Subscription, wholeScope } from '@highwater/core/subscription'
import { start, Watch } from '@highwater/core/testing'
import { channels, MemoryOutbox } from './memory-outbox.fixture.ts'
import { Reference } from './reference.fixture.ts'
import { type Command, modelled, type Round } from './script.fixture.ts'
import { doTo, policies, type Sample, sampleOf, wordOf } from './worlds.fixture.ts'

export interface Watched {
  readonly watch: Watch
  readonly reference: Reference
  /** How much of its log has been told. */
  told: number
}

const toAll = { allChannels: true, channels: [], groups: [], period: null } as const
const everything: Subscription = {
  id: 'default' as SubscriptionId,
  name: 'Default',
  department: null,
  scope: wholeScope,
  levels: { high: toAll, medium: toAll, low: toAll },
  locale: 'en',
  limit: null,
  recoveryNotices: true,
  mention: 'none',
  escalation: [],
}

/** Projects in memory, run as the database's layer runs them, each beside its reference. */
export class MemoryWorld {
  readonly projects: Watched[]
  readonly outbox: MemoryOutbox
  #policy = 0
  #now = start as number
  #silenced = false

  constructor(count: number) {
    this.outbox = new MemoryOutbox({
      channels,
      subscriptions: [everything],
      members: () => [],
      roles: nobody,
      heldBy: () => (this.#silenced ? { reason: 'silenced', detail: { id: 'silence' } } : null),
    })
    this.projects = Array.from({ length: count }, () => ({
      watch: new Watch(start, { expectedInterval: seconds(10) }, policies[0]),
      reference: new Reference(() => this.policy),
      told: 0,
    }))
  }

  get policy() {
    const policy = policies[this.#policy]
    if (!policy) throw new Error('There is no such policy.')
    return policy
  }

  play(round: Round): void {
    this.#pass(round)
    if (round.silence !== null) this.#silenced = round.silence === 'begin'
    if (round.policy !== null) this.#edit(round.policy)
    for (const [index, project] of this.projects.entries()) {
      const command = round.commands[index]
      if (command && command.do !== 'delete') this.#do(project, command)
    }
    this.#tell()
    this.outbox.send(round.fates, instant(this.#now))
  }

  /** Where the reference says something else than the rules; empty where they agree. */
  disagreements(): string[] {
    return this.projects.flatMap(({ watch, reference }, index) =>
      modelled.flatMap((condition) => {
        const words = watch.log
          .filter(({ transition }) => transition.condition === condition)
          .flatMap(({ transition }) => wordOf(transition) ?? [])
        const state = watch.openAlert(condition)?.state ?? 'none'
        const theirs = reference.open.get(condition)?.state ?? 'none'
        const mine = `${words.join(', ')} | ${state}`
        const expected = `${reference.said[condition].join(', ')} | ${theirs}`
        return mine === expected ? [] : [`${index} ${condition}:\n  ${mine}\n  ${expected}`]
      }),
    )
  }

  #pass({ seconds: length, asleep }: Round): void {
    const end = this.#now + length * 1_000
    if (!asleep) {
      for (let tick = this.#now; tick < end; tick += 1_000) {
        for (const { reference } of this.projects) {
          if (tick > this.#now) reference.look(tick)
          reference.look(tick + 1)
          // What doubles and doubles again does so a few milliseconds later each time.
          if (reference.isFlapping()) for (const ms of [3, 7, 15, 31]) reference.look(tick + ms)
        }
      }
    }
    for (const { watch, reference } of this.projects) {
      if (asleep) watch.sleepUntil(instant(end))
      else watch.passUntil(instant(end))
      watch.evaluate()
      reference.look(end)
    }
    this.#now = end
  }

  #edit(policy: number): void {
    this.#policy = policy
    for (const { watch, reference } of this.projects) {
      watch.setSettings(this.policy)
      reference.look(this.#now)
    }
  }

  #do({ watch, reference }: Watched, command: Command): void {
    const sample = sampleOf(command, this.#now, reference.newest)
    if (sample !== null) {
      watch.signal(signalOf(sample))
      if (command.do === 'again') watch.signal(signalOf(sample))
    } else if (command.do === 'level') watch.setLevel(command.level)
    else if (command.do === 'acknowledge' || command.do === 'snooze') {
      watch[command.do](command.condition, plus(instant(this.#now), minutes(command.minutes)))
    }
    doTo(reference, command, sample, this.#now)
  }

  /** Tells what has happened since the last time, in the order in which it happened. */
  #tell(): void {
    const news = this.projects.flatMap((project, index) => {
      const fresh = project.watch.log.slice(project.told)
      project.told = project.watch.log.length
      return fresh.map((entry) => ({ ...entry, index, level: project.watch.facts.level }))
    })
    for (const { at, transition, index, level, alert } of news.toSorted((a, b) => a.at - b.at)) {
      const id = `${index} ${alert}` as AlertId
      this.outbox.tell(id, transition, level === 'none' ? 'low' : level, at)
    }
  }
}

/** A sample as a sender puts it. */
export const signalOf = ({ at, ...said }: Sample): Partial<SignalInput> => ({
  observedAt: toIso(instant(at)),
  ...('gauge' in said ? { latencySeconds: millis(said.gauge) / 1_000 } : {}),
  ...('position' in said ? { positionTime: toIso(instant(said.position)) } : {}),
  ...('state' in said ? { state: said.state } : {}),
})
