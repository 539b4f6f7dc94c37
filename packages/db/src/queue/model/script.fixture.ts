import type { Condition } from '@highwater/core/alert'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { ProjectState } from '@highwater/core/project'
import fc from 'fast-check'

/** One thing that somebody or something does to a project. */
export type Command =
  | { readonly do: 'gauge'; readonly latencySeconds: number }
  | { readonly do: 'position'; readonly lagSeconds: number }
  | { readonly do: 'state'; readonly state: ProjectState }
  | { readonly do: 'late'; readonly latencySeconds: number }
  | { readonly do: 'again'; readonly latencySeconds: number }
  | { readonly do: 'ahead'; readonly latencySeconds: number; readonly seconds: number }
  | { readonly do: 'level'; readonly level: ProtectionLevel }
  | { readonly do: 'acknowledge'; readonly condition: Condition; readonly minutes: number }
  | { readonly do: 'snooze'; readonly condition: Condition; readonly minutes: number }
  | { readonly do: 'delete' }
  | { readonly do: 'nothing' }

/** What becomes of a message that leaves; `crash`: the worker dies before it can say. */
export const fates = ['delivered', 'transient', 'unknown', 'rejected', 'crash'] as const
export type Fate = (typeof fates)[number]

/** Time passes, then every project has its command, then whatever waits is sent. */
export interface Round {
  readonly seconds: number
  /** No worker looks before the time has passed. */
  readonly asleep: boolean
  /** Which statement of the worker's transaction fails first; null for none. */
  readonly failsAt: number | null
  /** Which protection levels are saved before the commands; null for no edit. */
  readonly policy: number | null
  readonly silence: 'begin' | 'end' | null
  readonly commands: readonly Command[]
  readonly fates: readonly Fate[]
}

/** The conditions of which the reference knows. */
export const modelled = ['latency', 'interruption', 'no_signal', 'paused_too_long'] as const
export type Modelled = (typeof modelled)[number]

const latencySeconds = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.constantFrom(0, 24, 30, 31, 60, 299, 301, 901, 4_000),
)
const states = ['running', 'monitoring', 'failed', 'interrupted', 'paused', 'unknown'] as const
const endings = ['finished', 'released'] as const
const of = <Name extends Command['do']>(name: Name) => fc.constant(name)
const condition = fc.constantFrom(...modelled)
const length = fc.integer({ min: 1, max: 20 })

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ do: of('gauge'), latencySeconds }) },
  {
    weight: 10,
    arbitrary: fc.record({ do: of('position'), lagSeconds: fc.integer({ min: 0, max: 500 }) }),
  },
  { weight: 8, arbitrary: fc.record({ do: of('state'), state: fc.constantFrom(...states) }) },
  { weight: 1, arbitrary: fc.record({ do: of('state'), state: fc.constantFrom(...endings) }) },
  { weight: 3, arbitrary: fc.record({ do: of('late'), latencySeconds }) },
  { weight: 3, arbitrary: fc.record({ do: of('again'), latencySeconds }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: of('ahead'),
      latencySeconds,
      seconds: fc.constantFrom(1, 4, 60, 3_600, 3_601),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: of('level'),
      level: fc.constantFrom('high', 'high', 'medium', 'low', 'none'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: of('acknowledge'), condition, minutes: length }) },
  { weight: 3, arbitrary: fc.record({ do: of('snooze'), condition, minutes: length }) },
  { weight: 10, arbitrary: fc.constant({ do: 'nothing' }) },
)

/** Now and then, and in the database's world alone, a project is deleted for good. */
const commandOrDelete = fc.oneof(
  { weight: 80, arbitrary: command },
  { weight: 1, arbitrary: fc.constant<Command>({ do: 'delete' }) },
)

export interface ScriptShape {
  readonly projects: number
  readonly rounds: number
  readonly policies: number
  /** How often nobody looks meanwhile, to four times that somebody does. */
  readonly asleep: number
}

/** Whole seconds, so that two clocks can agree; short jumps, and now and then an outage. */
export const script = ({
  projects,
  rounds,
  policies,
  asleep,
}: ScriptShape): fc.Arbitrary<Round[]> =>
  fc.array(
    fc.record<Round>({
      seconds: fc.oneof(
        { weight: 12, arbitrary: fc.integer({ min: 1, max: 30 }) },
        { weight: 5, arbitrary: fc.integer({ min: 31, max: 200 }) },
        { weight: 1, arbitrary: fc.integer({ min: 201, max: 3_000 }) },
      ),
      asleep: fc.oneof(
        { weight: 4, arbitrary: fc.constant(false) },
        { weight: asleep, arbitrary: fc.constant(true) },
      ),
      failsAt: fc.oneof(
        { weight: 6, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 25 }) },
      ),
      policy: fc.oneof(
        { weight: 12, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.nat(policies - 1) },
      ),
      silence: fc.constantFrom(...Array<null>(14).fill(null), 'begin' as const, 'end' as const),
      commands: fc.array(commandOrDelete, { minLength: projects, maxLength: projects }),
      fates: fc.array(fc.constantFrom('delivered', 'delivered', ...fates), {
        minLength: 8,
        maxLength: 8,
      }),
    }),
    { minLength: rounds, maxLength: rounds, size: 'max' },
  )
