import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  Hourglass,
  type LucideIcon,
  Undo2,
} from 'lucide-react'
import type { BadgeTone } from './badge.tsx'

/** What a state means to the reader; each has its own colour, icon and word. */
export const meanings = [
  'firing',
  'dismissed',
  'pending',
  'recovering',
  'quiet',
  'stale',
  'unknown',
] as const
export type Meaning = (typeof meanings)[number]

interface MeaningLook {
  readonly tone: BadgeTone
  readonly icon: LucideIcon
  /** Text colour of a bare icon. */
  readonly ink: string
  /** Fill of a shape in a chart or timeline. */
  readonly fill: string
}

export const meaningLooks: Readonly<Record<Meaning, MeaningLook>> = {
  firing: { tone: 'firing', icon: CircleAlert, ink: 'text-firing', fill: 'bg-firing-fill' },
  // It stands, and a person has closed its alert.
  dismissed: { tone: 'amber', icon: CircleMinus, ink: 'text-amber', fill: 'bg-amber-fill' },
  pending: { tone: 'amber', icon: Hourglass, ink: 'text-amber', fill: 'bg-amber-fill' },
  recovering: { tone: 'amber', icon: Undo2, ink: 'text-amber', fill: 'bg-amber-fill' },
  quiet: { tone: 'quiet', icon: CircleCheck, ink: 'text-quiet', fill: 'bg-quiet-fill' },
  stale: {
    tone: 'stale',
    icon: CircleDashed,
    ink: 'text-stale',
    fill: 'bg-stale-soft hatched border border-stale-fill',
  },
  unknown: {
    tone: 'stale',
    icon: CircleHelp,
    ink: 'text-stale',
    fill: 'bg-stale-soft hatched border border-stale-fill',
  },
}
