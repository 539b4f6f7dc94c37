import { normalizeSignal, type SignalInput } from '@highwater/core/project'
import type { PolicyInForce } from '../current-policy.ts'
import { signalKey } from './duplicates.ts'
import { type Folding, fold, type SignalOrigin, startFolding } from './fold.ts'
import type { FoundProject, KnownProject } from './known-projects.ts'

export const rejectionCodes = [
  'invalid',
  'unknown_project',
  'future',
  'released',
  'deleted',
] as const

export interface RejectedSignal {
  readonly index: number
  readonly code: (typeof rejectionCodes)[number]
  readonly message: string
}

export interface IngestOptions {
  readonly origin: SignalOrigin
  /**
   * Whether the sender may speak for this project. Of one that is only remembered the owner is left out;
   * who may not speak for it without, is asked again when it has been read.
   */
  readonly mayWrite: (
    project: Pick<KnownProject, 'department'> & Partial<Pick<FoundProject, 'owner'>>,
  ) => boolean
}

/** A signal of the right shape, with its place in the sender's list. */
export interface ParsedSignal {
  readonly index: number
  readonly input: SignalInput
}

/** What became of a signal, if its project's row turns out to be as it was read. */
export type Taken =
  | { readonly is: 'rejected'; readonly rejection: RejectedSignal }
  | { readonly is: 'duplicate'; readonly project: KnownProject }
  | { readonly is: 'history'; readonly project: KnownProject; readonly late: boolean }

/** A project that is over for good takes no signals; null for every other. */
function overFor(
  { isDeleted, observation }: KnownProject,
  reference: string,
): Pick<RejectedSignal, 'code' | 'message'> | null {
  if (isDeleted) {
    const message = `The project "${reference}" has been deleted and takes no signals any more. Stop sending, or create it anew.`
    return { code: 'deleted', message }
  }
  if (observation.state !== 'released') return null
  const message = `The project "${reference}" has been released and takes no signals any more. Stop sending for it.`
  return { code: 'released', message }
}

/** The signals of one batch on their way into history and states. */
export class Batch {
  readonly foldings = new Map<string, Folding>()
  readonly #policy: PolicyInForce
  readonly #options: IngestOptions
  readonly #seen: Set<string>
  readonly #projects: ReadonlyMap<string, FoundProject>

  constructor(
    policy: PolicyInForce,
    options: IngestOptions,
    stored: Set<string>,
    projects: ReadonlyMap<string, FoundProject>,
  ) {
    this.#policy = policy
    this.#options = options
    this.#seen = stored
    this.#projects = projects
  }

  take({ index, input }: ParsedSignal): Taken {
    const project = this.#projects.get(input.project)
    // Another department's project is answered as if it did not exist.
    if (!project || !this.#options.mayWrite(project)) {
      const message = `There is no project with the id or external key "${input.project}". Create it first.`
      return { is: 'rejected', rejection: { index, code: 'unknown_project', message } }
    }
    const over = overFor(project, input.project)
    if (over !== null) return { is: 'rejected', rejection: { index, ...over } }
    if (this.#wasSeen(project.id, input.id)) return { is: 'duplicate', project }
    const normalized = normalizeSignal(input, this.#policy.now)
    if (!normalized.accepted) {
      const { code, message } = normalized
      return { is: 'rejected', rejection: { index, code, message } }
    }
    const { signal } = normalized
    const folding = this.foldings.get(project.id) ?? startFolding(project, this.#options.origin)
    this.foldings.set(project.id, folding)
    const late = !fold(folding, signal, input.step, this.#policy)
    folding.rows.push({ projectId: project.id, signalId: input.id ?? null, signal, late })
    return { is: 'history', project, late }
  }

  #wasSeen(projectId: string, signalId: string | undefined): boolean {
    if (signalId === undefined) return false
    const key = signalKey(projectId, signalId)
    if (this.#seen.has(key)) return true
    this.#seen.add(key)
    return false
  }
}
