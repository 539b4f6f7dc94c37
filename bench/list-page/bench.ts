import type { Bench, Stage } from '../bench.ts'
import type { Finding } from '../measure/finding.ts'
import { inTurn } from '../measure/in-turn.ts'
import { median } from '../measure/statistics.ts'
import { signIn } from '../stack/sign-in.ts'
import { withStack } from '../stack/start-stack.ts'
import { type BenchDatabase, withDatabase } from '../stack/with-database.ts'
import { alertEverywhere, fillVariedProjects } from './fill.ts'
import { createVisitor } from './pages.ts'
import { askAll, bareList, questions } from './queries.ts'

const projectCount = 100_000
/** Renders a form and asks the database for nothing but the session. */
const trivialPath = '/sign-in'
const listPath = '/projects'

async function measureQueries(
  { db }: BenchDatabase,
  { rounds, stop }: Stage,
  scene: string,
): Promise<Finding[]> {
  await askAll(db, stop)
  const answers: Map<string, number>[] = []
  for (let round = 0; round < rounds; round += 1) answers.push(await askAll(db, stop))
  const figuresOf = (name: string) => answers.map((round) => round.get(name) ?? Number.NaN)
  // One line per filter: under the sort that was slowest, which the line names.
  return [...questions].map(([filter, names]): Finding => {
    const slowest = names.reduce((a, b) => (median(figuresOf(b)) > median(figuresOf(a)) ? b : a))
    const what = `${scene}: ${filter}, slowest ${slowest.slice(filter.length + 2)}`
    const limit = { what: bareList, figures: figuresOf(bareList) }
    return {
      what,
      unit: 'ms',
      figures: figuresOf(slowest),
      limit,
      goal: { of: 'figure', below: 5 },
    }
  })
}

const measurePages = ({ url }: BenchDatabase, { rounds, stop }: Stage): Promise<Finding[]> =>
  withStack({ databaseUrl: url, withWeb: true, stop }, async (stack) => {
    const session = await signIn(stack)
    const signedIn = createVisitor(stack.env.HIGHWATER_URL, session, stop)
    const stranger = createVisitor(stack.env.HIGHWATER_URL, '', stop)
    try {
      await Promise.all([signedIn.visit(listPath), stranger.visit(trivialPath)])
      const figures = await inTurn(rounds, {
        list: () => signedIn.visit(listPath),
        trivial: () => stranger.visit(trivialPath),
      })
      return [
        {
          what: 'page of 50 projects',
          unit: 'ms',
          figures: figures.list,
          limit: { what: `trivial page ${trivialPath}`, figures: figures.trivial },
          goal: { of: 'ratio', below: 4 },
        },
      ]
    } finally {
      await Promise.all([signedIn.close(), stranger.close()])
    }
  })

export const bench: Bench = {
  purpose: `50 projects out of ${projectCount.toLocaleString('en')}, as a query and as a page`,
  run: (stage) =>
    withDatabase(stage.serverUrl, async (database) => {
      stage.tell('seeding')
      await fillVariedProjects(database.db, projectCount)
      const calm = await measureQueries(database, stage, 'query')
      const pages = stage.withWeb ? await measurePages(database, stage) : []
      await alertEverywhere(database.db)
      return [
        ...pages,
        ...calm,
        ...(await measureQueries(database, stage, 'query while all alert')),
      ]
    }),
}
