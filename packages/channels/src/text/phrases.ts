import type { Millis } from '@highwater/core'
import type { AlertEvent, Particulars, Severity } from '@highwater/core/alert'
import type { CloseReason, MessageKind, MessageNote } from '@highwater/core/notify'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { ProjectKind } from '@highwater/core/project'

export type FactName =
  | 'project'
  | 'source_name'
  | 'host'
  | 'system'
  | 'kind'
  | 'level'
  | 'department'
  | 'owner'
  | 'called'
  | 'route'
  | 'tags'
  | 'observed'
  | 'threshold'
  | 'opened'
  | 'closed'
  | 'sent'
  | 'lasted'
  | 'channel'
  | 'requested_by'
  | 'id'

/** The reasons behind which there is a person. */
export type PeoplesCloseReason = Extract<
  CloseReason,
  'level_changed' | 'policy_changed' | 'protection_removed' | 'closed_by_person'
>

/** Everything a message says in one language. Lengths are formatted here, data is put in as given. */
export interface Phrases {
  readonly event: Readonly<Record<AlertEvent, string>>
  readonly level: Readonly<Record<ProtectionLevel, string>>
  readonly severity: Readonly<Record<Severity, string>>
  readonly projectKind: Readonly<Record<ProjectKind, string>>
  readonly fact: Readonly<Record<FactName, string>>
  readonly note: Readonly<Record<MessageNote, string>>
  /** One sentence for every reason; only `recovered` speaks of a recovery. */
  readonly closed: Readonly<Record<CloseReason, string>>
  /** The same where it is known who did it. */
  readonly closedBy: Readonly<Record<PeoplesCloseReason, (name: string) => string>>
  closeNote(note: string): string
  readonly closedForUnknownReason: string
  readonly stale: string
  readonly detail: string
  /** The same of what we found out ourselves. */
  readonly cause: string
  readonly openAlert: string
  readonly openConsole: string
  readonly listSeparator: string
  readonly labelSeparator: string
  state(kind: Exclude<MessageKind, 'digest'>, repeat: number, recovered: boolean): string
  headline(state: string, name: string, event: string, level: string | null): string
  sentence(
    event: AlertEvent,
    observed: string,
    threshold: string | null,
    particulars: Particulars | null,
  ): string
  lasted(length: string): string
  turned(times: number): string
  detectedLate(length: string): string
  /** The channel was cut off between these times; so many earlier messages were left out. */
  withheld(from: string, to: string, others: number): string
  /** A measured length: exact, in seconds below one hour. */
  measured(length: Millis): string
  /** How long something has gone on: rounded down to minutes. */
  roughly(length: Millis): string
  resetHeadline(): string
  resetSentence(minutes: number): string
  resetLink(): string
  testHeadline(): string
  testSentence(channelName: string, requestedBy: string): string
}
