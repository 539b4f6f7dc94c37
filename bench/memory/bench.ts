import { setTimeout as pause } from 'node:timers/promises'
import type { Bench } from '../bench.ts'
import { runLoad } from '../breach-to-robot/load.ts'
import { projectCount, withScene } from '../breach-to-robot/scene.ts'
import type { Finding } from '../measure/finding.ts'
import { median } from '../measure/statistics.ts'
import { patient } from './patient.ts'
import { residentMB } from './resident.ts'

const sampleEveryMs = 5_000
const settleMs = 10_000

interface Program {
  readonly name: string
  readonly pid: number
  readonly mostMB: number
}

interface Samples {
  readonly before: number
  readonly during: number[]
  after: number
}

function toFindings({ name, mostMB }: Program, { before, during, after }: Samples): Finding[] {
  const third = Math.max(1, Math.floor(during.length / 3))
  const growth = median(during.slice(-third)) - median(during.slice(0, third))
  const line = (what: string, figures: readonly number[]): Finding => ({
    what: `${name}, ${what}`,
    unit: 'MB',
    figures,
  })
  return [
    line('before the load', [before]),
    {
      ...line('under load, highest', [Math.max(...during)]),
      goal: { of: 'figure', below: mostMB },
    },
    line('growth from the first to the last third', [growth]),
    line('after the load', [after]),
  ]
}

export const bench: Bench = {
  purpose: `resident memory of web and worker while ${projectCount.toLocaleString('en')} projects send every 10 s`,
  run: (stage) =>
    withScene(stage, async ({ stack, sender, projects }) => {
      const programs: Program[] = [
        ...(stack.web ? [{ name: 'web', pid: stack.web.pid, mostMB: 300 }] : []),
        { name: 'worker', pid: stack.worker.pid, mostMB: 200 },
      ]
      const samples = programs.map(
        ({ pid }): Samples => ({ before: residentMB(pid), during: [], after: 0 }),
      )
      const eachSample = (note: (samples: Samples, megabytes: number) => void) =>
        programs.forEach(({ pid }, index) => {
          const own = samples[index]
          if (own) note(own, residentMB(pid))
        })
      const patientSender = patient(sender)
      stage.tell(`${stage.minutes} minutes of load`)
      const timer = setInterval(
        () => eachSample(({ during }, megabytes) => during.push(megabytes)),
        sampleEveryMs,
      )
      try {
        const { stop, minutes } = stage
        const durationMs = minutes * 60_000
        const onBreach = () => undefined
        const load = {
          projects,
          sender: patientSender,
          durationMs,
          onBreach,
          stop,
          breachesPerSecond: 3,
        }
        await runLoad({ ...load, travel: 'singles' }, 0)
      } finally {
        clearInterval(timer)
      }
      stage.tell(`${patientSender.repeats()} requests were sent again, as the server asked`)
      await pause(settleMs, undefined, { signal: stage.stop })
      eachSample((own, megabytes) => {
        own.after = megabytes
      })
      return programs.flatMap((program, index) => {
        const own = samples[index]
        return own ? toFindings(program, own) : []
      })
    }),
}
