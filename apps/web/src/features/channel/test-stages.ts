import { traceSteps } from '@highwater/core/delivery'
import type { ChannelTestResult } from '@highwater/db/queries'

export const testStages = ['queue', ...traceSteps] as const
export type TestStage = (typeof testStages)[number]
export type StageState = 'done' | 'failed' | 'running' | 'waiting'

export interface StageShown {
  readonly stage: TestStage
  readonly state: StageState
  readonly tookMs: number | null
  readonly found: string | null
}

/** Where an attempt ended, told by why. What is not listed was an answer of the receiver. */
const stageOfReason: Readonly<Record<string, TestStage>> = {
  'dns-failed': 'address',
  'forbidden-address': 'address',
  'address-never-open': 'address',
  'own-address': 'address',
  'invalid-settings': 'settings',
  'cluster-missing': 'settings',
  'sealed-with-unknown-key': 'settings',
  'connect-refused': 'connection',
  'connect-timeout': 'connection',
  'network-unreachable': 'connection',
  'proxy-unreachable': 'connection',
  'proxy-refused-tunnel': 'connection',
  'proxy-cannot-reach': 'connection',
  'proxy-sign-in': 'connection',
  'not-a-mail-server': 'connection',
  'tls-untrusted': 'encryption',
  'tls-failed': 'encryption',
  'no-encryption': 'encryption',
  stopped: 'sending',
  'worker-lost': 'sending',
  'connection-lost': 'sending',
}

type Progress = Pick<ChannelTestResult, 'state' | 'outcome' | 'reason' | 'steps'>

/** Also where some recipients were refused: such a test vouches for its settings as well. */
export const isDelivered = ({ outcome }: Pick<Progress, 'outcome'>): boolean =>
  outcome === 'delivered' || outcome === 'partial'

/**
 * Whether there is nothing more to say. Some receivers have taken a message without having shown it,
 * others have it with a warning, shortened, or elsewhere than they were told.
 */
export const isPlainlyDelivered = (test: Pick<Progress, 'outcome' | 'reason'>): boolean =>
  test.outcome === 'delivered' && (test.reason === null || test.reason === 'accepted')

/** Whether it was given up before any worker took it. */
export const isUntaken = ({ state, outcome }: Pick<Progress, 'state' | 'outcome'>): boolean =>
  state === 'done' && outcome === null

/** The stage at which a test failed; null while it goes on, and where it was delivered. */
function failedAt(test: Progress): TestStage | null {
  if (test.state === 'pending' || isDelivered(test)) return null
  if (isUntaken(test)) return 'queue'
  return stageOfReason[test.reason ?? ''] ?? 'verdict'
}

/**
 * Where a test stands; null before anything is known of it. A stage that the attempt had no need of,
 * such as the encryption of plain HTTP, is left out once a later one has been reached.
 */
export function stagesOf(test: Progress | null): readonly StageShown[] {
  const steps = new Map<TestStage, Progress['steps'][number]>(
    test?.steps.map((step) => [step.step, step]),
  )
  const failed = test === null ? null : failedAt(test)
  const end = failed ?? (test !== null && isDelivered(test) ? 'verdict' : null)
  const reached = Math.max(
    steps.size === 0 ? -1 : 0,
    ...[...steps.keys(), ...(end === null ? [] : [end])].map((stage) => testStages.indexOf(stage)),
  )
  return testStages.flatMap((stage, index): StageShown[] => {
    const step = steps.get(stage)
    const shown = { stage, tookMs: step?.tookMs ?? null, found: step?.found ?? null }
    if (stage === failed) return [{ ...shown, state: 'failed' }]
    if (index > reached) {
      const isNext = failed === null && end === null && index === reached + 1
      return [{ ...shown, state: isNext ? 'running' : 'waiting' }]
    }
    const isPassed = step !== undefined || stage === 'queue' || stage === end
    return isPassed ? [{ ...shown, state: 'done' }] : []
  })
}
