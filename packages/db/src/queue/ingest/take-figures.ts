import { appliedUpToAtMost, behindBySeconds, type Latency } from '@highwater/core/project'
import { type PolicyInForce, readPolicyInForce } from '../current-policy.ts'
import { findStoredSignals, signalKey } from './duplicates.ts'
import { figureColumns } from './figure-columns.ts'
import { type Figure, PlainJudge } from './judge-plain.ts'
import { NotedProjects } from './noted-projects.ts'
import type { ScannedFigures } from './scan-figures.ts'
import { countQuiet, type Taking } from './taking.ts'
import { WaitingRows, waitingAt } from './waiting-rows.ts'
import { writeColumns } from './write-quiet.ts'

function findStored({ tx }: Taking, { ids }: ScannedFigures, noted: NotedProjects) {
  const identified = (ids ?? []).flatMap((signalId, index) =>
    signalId === null ? [] : [{ projectId: noted.idOf(index), signalId }],
  )
  return findStoredSignals(tx, identified)
}

/**
 * These objects are not made where those are that wait for their transaction: V8 takes whatever comes from
 * one place in the code for as long-lived as what came from there before.
 */
function latencyAt(figures: ScannedFigures, index: number, { now }: PolicyInForce): Latency {
  const seconds = figures.latencySeconds[index] ?? Number.NaN
  if (!Number.isNaN(seconds)) return { type: 'gauge', behind: behindBySeconds(seconds) }
  const stated = figures.positionTime[index] ?? Number.NaN
  return { type: 'position', appliedUpTo: appliedUpToAtMost(stated, now) }
}

const figureAt = (figures: ScannedFigures, index: number, policy: PolicyInForce): Figure => ({
  latency: latencyAt(figures, index, policy),
  observedAt: figures.observedAt[index] ?? Number.NaN,
  state: figures.states?.[index] ?? null,
})

/** Whether the signal is in the history already. */
function isStored(
  { ids }: ScannedFigures,
  noted: NotedProjects,
  stored: ReadonlySet<string>,
  index: number,
): boolean {
  const id = ids?.[index] ?? null
  return id !== null && stored.has(signalKey(noted.idOf(index), id))
}

/** Judges and sends off what is quiet; pauses nowhere itself, so that nothing it makes outlives this. */
function writeFigures(
  { tx, memory, options }: Taking,
  figures: ScannedFigures,
  noted: NotedProjects,
  policy: PolicyInForce,
  stored: ReadonlySet<string>,
) {
  const judge = new PlainJudge(memory.projects, policy, options)
  const waiting = new WaitingRows(figures.count, policy.now)
  const rest = new Set<number>()
  for (const index of noted.order) {
    const mayJudge = noted.isStill(index) && !isStored(figures, noted, stored, index)
    const place = noted.placeOf(index)
    const judged = mayJudge ? judge.judgeFigure(place, figureAt(figures, index, policy)) : null
    if (judged === null) rest.add(index)
    else waiting.add(index, place, judged)
  }
  const columns = figureColumns(waiting, figures, noted)
  return { waiting, rest, changed: writeColumns(tx, columns, options.origin) }
}

/**
 * As `takeQuiet`, of a batch in which each signal brings a figure, without a single object of JSON.
 * Answers the places in the sender's list of those that are more than quiet; null where the batch has to
 * be taken in by its signals, of which then none has been.
 */
export async function takeFigures(
  taking: Taking,
  figures: ScannedFigures,
): Promise<ReadonlySet<number> | null> {
  const { tx, memory, options, tally } = taking
  const noted = NotedProjects.of(memory, figures)
  if (noted === null) return null
  // After the versions: whoever saves a policy later changes them, and that is noticed.
  const policy = await readPolicyInForce(tx)
  const stored = await findStored(taking, figures, noted)
  const { waiting, rest, changed } = writeFigures(taking, figures, noted, policy, stored)
  const missed = await changed
  for (let row = 0; row < waiting.count; row += 1) {
    const index = waiting.number(row, waitingAt.index)
    if (missed.size > 0 && missed.has(noted.idOf(index))) rest.add(index)
    else countQuiet(tally, { dueAt: waiting.dueAt(row), receivedAt: waiting.receivedAt })
  }
  tally.afterwards.push(() => {
    waiting.each((row) => {
      if (rest.has(row.index) || !noted.isStill(row.index)) return
      const isMoved = memory.projects.advance(row.place, row, options.origin)
      if (!isMoved) memory.forget(noted.referenceOf(row.index))
    })
  })
  return rest
}
