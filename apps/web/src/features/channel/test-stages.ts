import type { ChannelTestResult } from '@highwater/db/queries'

export const testStages = ['queue', 'resolve', 'connect', 'sign', 'verdict'] as const
export type TestStage = (typeof testStages)[number]
export type StageState = 'done' | 'failed' | 'running' | 'waiting'

/** How far an attempt came, told by why it ended. What is not listed was an answer of the receiver. */
const stageOfReason: Readonly<Record<string, TestStage>> = {
  'dns-failed': 'resolve',
  'forbidden-address': 'resolve',
  'address-never-open': 'resolve',
  'own-address': 'resolve',
  'invalid-settings': 'resolve',
  'sealed-with-unknown-key': 'resolve',
  'connect-refused': 'connect',
  'connect-timeout': 'connect',
  'network-unreachable': 'connect',
  'tls-untrusted': 'connect',
  'tls-failed': 'connect',
  'proxy-unreachable': 'connect',
  'proxy-refused-tunnel': 'connect',
  'proxy-sign-in': 'connect',
  'no-encryption': 'connect',
  'not-a-mail-server': 'connect',
  'cut-off-unsent': 'connect',
  'timed-out-unsent': 'connect',
  'mail-token-refused': 'sign',
  'mail-token-unavailable': 'sign',
  stopped: 'sign',
  'worker-lost': 'sign',
  'connection-lost': 'sign',
}

type Progress = Pick<ChannelTestResult, 'state' | 'outcome' | 'reason' | 'steps'>

/** Where a test stands; null before anything is known of it. */
export function stagesOf(test: Progress | null): ReadonlyMap<TestStage, StageState> {
  const reached = (end: TestStage, last: StageState) => {
    const at = testStages.indexOf(end)
    return new Map(
      testStages.map((stage, index): [TestStage, StageState] => [
        stage,
        index < at ? 'done' : index === at ? last : 'waiting',
      ]),
    )
  }
  if (test === null || (test.outcome === null && test.state === 'pending')) {
    return reached('queue', 'running')
  }
  if (test.outcome === 'delivered' || test.outcome === 'partial') return reached('verdict', 'done')
  const reason = test.steps.at(-1)?.reason ?? test.reason ?? ''
  if (test.outcome === null) return reached('queue', 'failed')
  return reached(stageOfReason[reason] ?? 'verdict', 'failed')
}
