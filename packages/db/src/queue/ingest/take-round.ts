import { readPolicyInForce } from '../current-policy.ts'
import { Batch, type ParsedSignal } from './batch.ts'
import { findStoredSignals } from './duplicates.ts'
import { type FoundProject, findProjects } from './known-projects.ts'
import { namesOf } from './names-of.ts'
import type { Taking } from './taking.ts'
import { writeStates } from './write-states.ts'

type Projects = ReadonlyMap<string, FoundProject>

async function lookUp(
  { tx }: Taking,
  signals: readonly ParsedSignal[],
  known: Projects,
  locking: boolean,
): Promise<Projects> {
  const missing = namesOf(signals).filter((name) => !known.has(name))
  return new Map([...known, ...(await findProjects(tx, missing, locking))])
}

/**
 * Takes in the signals whose projects nobody else is changing, whatever they bring; answers those that
 * have to wait.
 * @param known projects that this transaction has read already
 */
export async function takeRound(
  taking: Taking,
  signals: readonly ParsedSignal[],
  known: Projects,
  locking: boolean,
): Promise<readonly ParsedSignal[]> {
  const { tx, options, memory, tally } = taking
  const projects = await lookUp(taking, signals, known, locking)
  // After the projects: whoever saves a policy later changes their versions, and that is noticed.
  const policy = await readPolicyInForce(tx)
  const identified = signals.flatMap(({ input }) => {
    const projectId = projects.get(input.project)?.id
    return projectId && input.id !== undefined ? [{ projectId, signalId: input.id }] : []
  })
  const batch = new Batch(policy, options, await findStoredSignals(tx, identified), projects)
  const taken = signals.map((signal) => ({ signal, taken: batch.take(signal) }))
  const states = await writeStates(tx, [...batch.foldings.values()], policy, options.origin)
  tally.due ||= states.due
  tally.history.push(...states.history)

  const disturbed: ParsedSignal[] = []
  for (const { signal, taken: outcome } of taken) {
    if (outcome.is === 'rejected') {
      tally.rejected.push(outcome.rejection)
      memory.forget(signal.input.project)
      continue
    }
    const isMoved = batch.foldings.get(outcome.project.id)?.moved === true
    const now = states.written.get(outcome.project.id)
    if (isMoved && !now) {
      disturbed.push(signal)
      continue
    }
    if (now) tally.learnt.set(signal.input.project, now)
    if (outcome.is === 'duplicate') tally.duplicates += 1
    else if (outcome.late) tally.late += 1
    else tally.accepted += 1
  }
  return disturbed
}
