import type { Bench, Stage } from '../bench.ts'
import type { Finding } from '../measure/finding.ts'
import { median, percentile } from '../measure/statistics.ts'
import { type BareChain, startBareChain } from './bare-chain.ts'
import { chainBeside } from './chain-beside.ts'
import { runLoad, type Travel } from './load.ts'
import { createPassages, type Passages } from './passages.ts'
import { projectCount, type Scene, withScene } from './scene.ts'

const roundMs = 20_000
const breachesPerSecond = 5
const patienceMs = 15_000
/** A DingTalk robot takes 20 messages a minute: later alerts wait for its budget, not for us. */
const robotSample = 10

interface Round {
  readonly travel: Travel
  readonly lengths: readonly number[]
  readonly bare: readonly number[]
}

const travels: readonly Travel[] = ['batches', 'singles']
const inWords: Readonly<Record<Travel, string>> = {
  batches: 'sent in batches of 100',
  singles: 'sent one by one',
}

async function measureRounds(
  scene: Scene,
  robot: Passages,
  chain: BareChain,
  stage: Stage,
): Promise<Round[]> {
  const { projects, sender, receivers, nameOf } = scene
  const { webhook } = receivers
  const rounds: Round[] = []
  let second = 0
  let breaches = 0
  for (let round = 0; round < stage.rounds; round += 1) {
    for (const travel of travels) {
      stage.tell(`round ${round + 1}, signals ${inWords[travel]}`)
      const onBreach = (project: string, at: number) => {
        webhook.answered(nameOf(project), at)
        if (breaches < robotSample) robot.answered(nameOf(project), at)
        breaches += 1
      }
      const { stop } = stage
      const load = {
        projects,
        travel,
        sender,
        durationMs: roundMs,
        breachesPerSecond,
        onBreach,
        stop,
      }
      const running = runLoad(load, second)
      const bare = await chainBeside(chain, running)
      second = await running
      rounds.push({ travel, bare, lengths: await webhook.take(patienceMs) })
    }
  }
  return rounds
}

function toFindings(travel: Travel, rounds: readonly Round[], stage: Stage): Finding[] {
  const ofTravel = rounds.filter((round) => round.travel === travel)
  const where = stage.withWeb ? inWords[travel] : `${inWords[travel]}, without web`
  const line = (name: string, most: number, figure: (lengths: readonly number[]) => number) =>
    ({
      what: `202 to webhook ${name}, ${where}`,
      unit: 'ms',
      figures: ofTravel.map(({ lengths }) => figure(lengths)),
      limit: {
        what: `commit, notice, commit, post ${name}`,
        figures: ofTravel.map(({ bare }) => figure(bare)),
      },
      goal: { of: 'figure', below: most },
    }) as const
  return [line('p50', 100, median), line('p99', 500, (lengths) => percentile(lengths, 0.99))]
}

function robotFinding(lengths: readonly number[]): Finding[] {
  if (lengths.length === 0) throw new Error('The DingTalk robot heard of no alert.')
  return [
    {
      what: `202 to DingTalk p50, the first ${lengths.length} alerts, before its budget is spent`,
      unit: 'ms',
      figures: [median(lengths)],
    },
  ]
}

export const bench: Bench = {
  purpose: `${projectCount.toLocaleString('en')} projects sending every 10 s, ${breachesPerSecond} breaching each second; every alert goes to a webhook and to a DingTalk robot`,
  run: (stage) =>
    withScene(stage, async (scene) => {
      const chain = await startBareChain(scene.databaseUrl)
      try {
        const robot = createPassages()
        const rounds = await measureRounds(scene, robot, chain, stage)
        for (const { name, at } of scene.receivers.robotArrivals()) robot.arrived(name, at)
        return [
          ...travels.flatMap((travel) => toFindings(travel, rounds, stage)),
          ...robotFinding(robot.takeComplete()),
        ]
      } finally {
        await chain.close()
      }
    }),
}
