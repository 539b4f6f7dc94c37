import type { AlertEvent } from '../event.ts'
import { delayGuides } from './delay.ts'
import type { AlertEventGuide } from './guide.ts'
import { hostGuides } from './hosts.ts'
import { interruptionGuides } from './interruption.ts'
import { standstillGuides } from './standstill.ts'
import { systemGuides } from './system.ts'

export type { AlertEventGuide } from './guide.ts'

/** What every event means and what to do: the alert's page, the help page and the documents show it. */
export const alertEventGuides: Readonly<Record<AlertEvent, AlertEventGuide>> = {
  ...delayGuides,
  ...interruptionGuides,
  ...standstillGuides,
  ...hostGuides,
  ...systemGuides,
}
