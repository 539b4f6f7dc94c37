import { type Instant, minutes, type ProjectId, plus, seconds } from '@highwater/core'
import { start } from '@highwater/core/testing'
import { adminContext } from '../../../testing/builders.ts'
import type { FreshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProjects } from '../../../testing/seed.ts'
import { setParameters } from '../../../testing/set-parameters.ts'
import {
  acknowledgeAlert,
  type CommandContext,
  createSilence,
  deleteProject,
  endSilence,
  setProjectLevel,
  snoozeAlert,
  updateProtectionLevels,
} from '../../commands/index.ts'
import { evaluateDue } from '../evaluate/evaluate-due.ts'
import { ingestSignals } from '../ingest/ingest.ts'
import { settleReleased } from '../silence/settle-released.ts'
import { turnSilences } from '../silence/turn-silences.ts'
import { Killed, killing } from './failing-database.fixture.ts'
import { signalOf } from './memory-world.fixture.ts'
import { Reference } from './reference.fixture.ts'
import { type Command, modelled, type Round } from './script.fixture.ts'
import { type SentMessage, sendAll } from './send-all.fixture.ts'
import { doTo, policies, sampleOf } from './worlds.fixture.ts'

const consoleUrl = 'https://highwater.example'
interface Known {
  readonly id: ProjectId
  readonly reference: Reference
}

/** The whole of the database's layer with a clock that stands still until it is told to move. */
export class DatabaseWorld {
  readonly fresh: FreshDatabase
  readonly projects: readonly Known[]
  /** What left, in order, with whether somebody may have read it. */
  readonly sent: SentMessage[] = []
  readonly #admin: CommandContext
  #now: Instant = start
  #policy = 0
  #silence: string | null = null
  /** From then on the repeats are another matter: what a silence hid is told when it ends. */
  #wasSilenced = false

  private constructor(fresh: FreshDatabase, ids: readonly ProjectId[], admin: CommandContext) {
    this.fresh = fresh
    this.#admin = admin
    this.projects = ids.map((id) => ({ id, reference: new Reference(() => this.policy) }))
  }

  static async begin(fresh: FreshDatabase, count: number): Promise<DatabaseWorld> {
    const { sql } = fresh.db
    await sql.unsafe(`
      alter table test_clock.setting add column frozen timestamptz;
      create or replace function test_clock.now() returns timestamptz stable language sql as
        'select coalesce(frozen, pg_catalog.now()) from test_clock.setting';`)
    // Of a kind that cannot tell a repeated delivery: such a one may get a message twice at most.
    await seedChannel(fresh.db, { kind: 'wecom-robot' })
    await seedChannel(fresh.db, { kind: 'wecom-robot' })
    // The reference sends through channels that are never cut off.
    await setParameters(fresh.db, { channelDownFailures: 100 })
    const ids = await seedProjects(fresh.db, { count })
    await sql`update project set expected_interval_seconds = 10`
    const world = new DatabaseWorld(fresh, ids, await adminContext(fresh.db))
    await world.#setTime(start)
    await sql`select prepare_signal_partitions(2)`
    await world.#save(0)
    return world
  }

  get policy() {
    const policy = policies[this.#policy]
    if (!policy) throw new Error('There is no such policy.')
    return policy
  }

  async play(round: Round): Promise<void> {
    await this.#pass(round)
    if (round.policy !== null && round.policy !== this.#policy) {
      await this.#save(round.policy)
      await this.#look(null)
      for (const { reference } of this.projects) reference.look(this.#now)
    }
    await this.#turn(round.silence)
    await this.#command(round.commands)
    await this.#look(round.failsAt)
    this.sent.push(...(await sendAll(this.fresh.db, round.fates, this.#now)))
  }

  /** What happened to a project's alerts, in the words of the reference. */
  async disagreements(): Promise<string[]> {
    const rows = await this.fresh.db.sql<
      { project: string; condition: string; word: string; state: string }[]
    >`
      select a.project_id as project, a.condition, a.state as state,
        case e.type
          when 'fire' then case when e.nth = 1 then 'fire' else 'reopen' end
            || coalesce(' ' || e.reason, '')
          when 'repeat' then 'repeat' || coalesce(' ' || e.reason, '')
          when 'close' then 'close ' || e.reason
          when 'flap' then case when e.reason is null then 'flap' else 'flap held' end
          when 'steady' then case when e.reason is null then 'steady' else 'steady held' end
          else e.type
        end as word
      from (
        select *, count(*) filter (where type = 'fire') over (partition by alert_id order by id) as nth
        from alert_event
        where type in ('fire', 'repeat', 'close', 'flap', 'steady', 'raise', 'reinstate')
      ) e join alert a on a.id = e.alert_id
      order by e.id`
    return this.projects.flatMap(({ id, reference }, index) =>
      modelled.flatMap((condition) => {
        const mine = rows.filter((row) => row.project === id && row.condition === condition)
        const isCompared = (word: string) => !this.#wasSilenced || !word.startsWith('repeat')
        const words = mine
          .map((row) => row.word)
          .filter(isCompared)
          .join(', ')
        const state = mine.find((row) => row.state !== 'closed')?.state ?? 'none'
        const expected = reference.said[condition].filter(isCompared).join(', ')
        const theirs = reference.open.get(condition)?.state ?? 'none'
        return words === expected && state === theirs
          ? []
          : [`${index} ${condition}:\n  ${words} | ${state}\n  ${expected} | ${theirs}`]
      }),
    )
  }

  async #setTime(now: Instant): Promise<void> {
    this.#now = now
    await this.fresh.db
      .sql`update test_clock.setting set frozen = to_timestamp(${now / 1_000}::float8)`
  }

  async #pass({ seconds: length, asleep, failsAt }: Round): Promise<void> {
    const end = plus(this.#now, seconds(length))
    if (!asleep) {
      for (let tick: number = this.#now; tick < end; tick += 1_000) {
        for (const { reference } of this.projects) {
          if (tick > this.#now) reference.look(tick)
          reference.look(tick + 1)
          if (reference.isFlapping()) for (const ms of [3, 7, 15, 31]) reference.look(tick + ms)
        }
      }
      for (
        let due = await this.#nextDue();
        due !== null && due < end;
        due = await this.#nextDue()
      ) {
        await this.#setTime(due)
        await this.#look(null)
      }
    }
    await this.#setTime(end)
    await this.#look(failsAt)
    for (const { reference } of this.projects) reference.look(end)
  }

  async #nextDue(): Promise<Instant | null> {
    const [row] = await this.fresh.db.sql<{ due: Instant | null }[]>`
      select min(due_at) as due from project_state`
    return row?.due ?? null
  }

  /** The worker looks; one that dies is followed by one that lives. */
  async #look(failsAt: number | null): Promise<void> {
    const options = {
      limit: 1_000,
      consoleUrl,
      onDefect: (_project: ProjectId, error: unknown) => {
        throw error
      },
    }
    if (failsAt !== null) {
      await evaluateDue(killing(this.fresh.db, failsAt), options).catch((error) => {
        if (!(error instanceof Killed)) throw error
      })
    }
    await evaluateDue(this.fresh.db, options)
  }

  async #save(policy: number): Promise<void> {
    this.#policy = policy
    const [row] = await this.fresh.db.sql<{ version: number }[]>`
      select max(version) as version from protection_policy`
    await updateProtectionLevels(this.#admin, { ...this.policy, version: row?.version ?? 1 })
  }

  async #turn(silence: Round['silence']): Promise<void> {
    if (silence === 'begin' && this.#silence === null) {
      const until = plus(this.#now, minutes(20))
      this.#wasSilenced = true
      this.#silence = (await createSilence(this.#admin, { name: 'upgrade', until })).id
    } else if (silence === 'end' && this.#silence !== null) {
      await endSilence(this.#admin, { kind: 'silence', silence: this.#silence }).catch(() => null)
      this.#silence = null
    }
    await turnSilences(this.fresh.db, 100)
    await settleReleased(this.fresh.db, { limit: 100, consoleUrl })
  }

  async #command(commands: readonly Command[]): Promise<void> {
    const now = this.#now
    const signals = []
    for (const [index, { id, reference }] of this.projects.entries()) {
      const command = commands[index]
      if (!command) continue
      const sample = sampleOf(command, now, reference.newest)
      if (sample !== null) {
        const signal = { project: id, id: `${now} ${command.do}`, ...signalOf(sample) }
        signals.push(signal, ...(command.do === 'again' ? [signal] : []))
      } else if (!reference.deleted) await this.#ask(id, command)
      doTo(reference, command, sample, now)
    }
    if (signals.length === 0) return
    const options = { origin: 'pushed', mayWrite: () => true } as const
    await ingestSignals(this.fresh.db, signals, options)
  }

  async #ask(project: ProjectId, command: Command): Promise<void> {
    if (command.do === 'level') {
      await setProjectLevel(this.#admin, { project, level: command.level })
    } else if (command.do === 'delete') await deleteProject(this.#admin, { project })
    else if (command.do === 'acknowledge' || command.do === 'snooze') {
      const [alert] = await this.fresh.db.sql<{ id: string }[]>`
        select id from alert where project_id = ${project} and condition = ${command.condition}
          and closed_at is null`
      const act = command.do === 'snooze' ? snoozeAlert : acknowledgeAlert
      if (alert) await act(this.#admin, { alert: alert.id, minutes: command.minutes })
    }
  }
}
