import { listen, type Topic } from '@highwater/db/client'
import { signOff } from '@highwater/db/queue'
import { type RunningCycle, startCycle } from './cycle.ts'
import { catchUpCycle } from './cycles/catch-up.ts'
import { channelsCycle } from './cycles/channels.ts'
import { collectCycle } from './cycles/collect.ts'
import { completeCycle } from './cycles/complete.ts'
import { deliverCycle } from './cycles/deliver.ts'
import { digestCycle } from './cycles/digest.ts'
import { escalateCycle } from './cycles/escalate.ts'
import { evaluateCycle } from './cycles/evaluate.ts'
import { gapCycle } from './cycles/gap.ts'
import { giveUpCycle } from './cycles/give-up.ts'
import { heartbeatCycle } from './cycles/heartbeat.ts'
import { hostsCycle } from './cycles/hosts.ts'
import { reapCycle } from './cycles/reap.ts'
import { resealCycle } from './cycles/reseal.ts'
import { retireCycle } from './cycles/retire.ts'
import { rollUpCycle } from './cycles/roll-up.ts'
import { sealAuditCycle } from './cycles/seal-audit.ts'
import { silenceCycle } from './cycles/silence.ts'
import { wakeCycle } from './cycles/wake.ts'
import type { WorkerDependencies } from './dependencies.ts'
import { observeCycles } from './observe-cycles.ts'

export interface Worker {
  /** Takes nothing new, lets what is being sent come to its end, and says goodbye. */
  readonly stop: () => Promise<void>
}

/** Starts every cycle, and wakes them by the notices of all processes. */
export async function startWorker(dependencies: WorkerDependencies): Promise<Worker> {
  const stopping = new AbortController()
  const observer = observeCycles(dependencies)
  const deliver = deliverCycle(dependencies)
  const cycles = [
    heartbeatCycle(dependencies),
    hostsCycle(dependencies),
    channelsCycle(dependencies),
    catchUpCycle(dependencies),
    evaluateCycle(dependencies),
    gapCycle(dependencies),
    deliver,
    digestCycle(dependencies),
    wakeCycle(dependencies),
    escalateCycle(dependencies),
    reapCycle(dependencies, deliver),
    giveUpCycle(dependencies),
    collectCycle(dependencies),
    rollUpCycle(dependencies),
    completeCycle(dependencies),
    retireCycle(dependencies),
    sealAuditCycle(dependencies),
    silenceCycle(dependencies),
    resealCycle(dependencies),
  ]
  const running: RunningCycle[] = cycles.map((cycle) =>
    startCycle(cycle, observer, stopping.signal),
  )

  const ring = (topics: readonly Topic[]) => {
    for (const { cycle, wakeUp } of running) {
      if (cycle.wakesOn.some((topic) => topics.includes(topic))) wakeUp.ring()
    }
  }
  // Notices sent while the connection was lost are gone, so everybody looks for himself.
  const unlisten = await listen(dependencies.db, ring, () => {
    for (const { wakeUp } of running) wakeUp.ring()
  })

  return {
    async stop() {
      stopping.abort()
      await unlisten().catch(() => undefined)
      await Promise.all(running.map(({ stopped }) => stopped))
      await deliver.drained()
      await signOff(dependencies.db, dependencies.id).catch(() => undefined)
    },
  }
}
