import type { AlertEvent } from '../alert/event.ts'
import type { AlertId, ChannelId, DepartmentId, ProjectId } from '../ids.ts'
import type { ProtectionLevel } from '../policy/level.ts'
import type { Span } from '../silence/span.ts'
import type { AlikeFacts } from './aggregation.ts'
import type { AlertMessageKind, CloseReason, MessageNote } from './message.ts'

/** Something that happened to an alert and that people should hear of. */
export interface AlertNews {
  readonly alert: AlertId
  readonly kind: AlertMessageKind
  readonly department: DepartmentId
  readonly note: MessageNote | null
  readonly closeReason: CloseReason | null
  /**
   * When it came and went, where it was over before anybody looked: silences and hours are those of
   * that time.
   */
  readonly lived?: Span
  /** Only these channels are concerned, such as those whose hours have just begun. */
  readonly channels?: readonly ChannelId[]
}

/** An alert as subscriptions and silences look at it; `project` is null where it is about none. */
export interface AlertSubject {
  readonly event: AlertEvent
  readonly level: ProtectionLevel
  readonly project: ProjectId | null
  readonly department: DepartmentId
  readonly tags: readonly string[]
  /** The channel that it is about, where it is about one. */
  readonly channel?: ChannelId | null
}

/** News together with what its alert is about: all that planning must know of it. */
export interface PlannedNews extends AlertNews {
  readonly subject: AlertSubject
  /** By what else it may be alike others; left out where no channel asks. */
  readonly alike?: AlikeFacts
  /** The steps of escalation up to so many minutes have been taken; left out for none. */
  readonly escalatedMinutes?: number
}
