import type { TimelineType } from '@highwater/core/alert'
import {
  AlarmClock,
  AlarmClockOff,
  Bell,
  BellOff,
  BellRing,
  ChevronsUp,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleX,
  EyeOff,
  Hourglass,
  type LucideIcon,
  MessageCircle,
  MessageSquare,
  MessageSquareX,
  Repeat,
  ShieldAlert,
  SlidersHorizontal,
  Undo2,
  UserCheck,
  UserRoundCog,
  UserX,
} from 'lucide-react'

export interface TimelineLook {
  readonly icon: LucideIcon
  readonly ink?: string
}

/** The icon of each kind of entry; unknown ones, written by a later release, get a plain one. */
const looks: Readonly<Record<TimelineType, TimelineLook>> = {
  pend: { icon: Hourglass, ink: 'text-amber' },
  drop: { icon: CircleX },
  fire: { icon: CircleAlert, ink: 'text-firing' },
  repeat: { icon: BellRing, ink: 'text-firing' },
  hold_repeat: { icon: Bell },
  raise: { icon: ShieldAlert, ink: 'text-firing' },
  adjust: { icon: SlidersHorizontal },
  stale: { icon: CircleDashed, ink: 'text-stale' },
  fresh: { icon: CircleDashed },
  recover: { icon: Undo2, ink: 'text-amber' },
  relapse: { icon: CircleAlert, ink: 'text-firing' },
  close: { icon: CircleCheck, ink: 'text-quiet' },
  acknowledge: { icon: UserCheck, ink: 'text-accent' },
  unacknowledge: { icon: UserX },
  assign: { icon: UserRoundCog, ink: 'text-accent' },
  unassign: { icon: UserX },
  snooze: { icon: AlarmClock },
  unsnooze: { icon: AlarmClockOff },
  comment: { icon: MessageCircle, ink: 'text-accent' },
  held_by_silence: { icon: BellOff },
  silence_ending: { icon: Hourglass },
  silence_ended: { icon: BellRing, ink: 'text-firing' },
  forget: { icon: CircleDashed },
  reinstate: { icon: Undo2, ink: 'text-firing' },
  flap: { icon: Repeat, ink: 'text-amber' },
  steady: { icon: CircleCheck },
  escalate: { icon: ChevronsUp, ink: 'text-firing' },
  found_after_gap: { icon: EyeOff, ink: 'text-amber' },
}

export const messageLooks: Readonly<Record<'sent' | 'failed', TimelineLook>> = {
  sent: { icon: MessageSquare, ink: 'text-accent' },
  failed: { icon: MessageSquareX, ink: 'text-firing' },
}

const isKnown = (type: string): type is TimelineType => Object.hasOwn(looks, type)

export const timelineLook = (type: string): TimelineLook =>
  isKnown(type) ? looks[type] : { icon: Bell }
