import { assertNever } from '@highwater/core'
import { englishSentence } from './en-sentence.ts'
import { eventNames } from './event-names.ts'
import { formatMeasured, formatRoughly, type LengthUnits } from './length.ts'
import type { Phrases } from './phrases.ts'

const units: LengthUnits = { day: 'd', hour: 'h', minute: 'min', second: 's' }

export const en: Phrases = {
  event: eventNames('en'),
  level: {
    high: 'high protection',
    medium: 'medium protection',
    low: 'low protection',
    none: 'no protection',
  },
  severity: { critical: 'critical', warning: 'warning', info: 'info' },
  projectKind: { migration: 'migration', synchronization: 'synchronization' },
  fact: {
    project: 'Project',
    source_name: 'Source',
    host: 'Host',
    system: 'System',
    kind: 'Kind',
    level: 'Protection level',
    department: 'Department',
    owner: 'Owner',
    called: 'For the attention of',
    route: 'Route',
    tags: 'Tags',
    observed: 'Measured',
    threshold: 'Limit',
    opened: 'Since',
    closed: 'Closed',
    sent: 'Sent',
    lasted: 'Duration',
    channel: 'Channel',
    requested_by: 'Requested by',
    id: 'Id',
  },
  note: {
    first_news_of_a_closed_alert:
      'The earlier message about this alert did not arrive; this is the first one.',
    may_be_a_duplicate:
      'The last attempt got no answer, so this may be a duplicate: the same id means the same alert.',
    level_raised: 'Sent again because the protection level was raised.',
    reopened: 'The problem came back soon after the alert had closed.',
    peak_doubled: 'It got much worse: more than twice the peak told before.',
    flapping: 'This alert keeps turning on and off; from now on its turns are summed up.',
    steady_again: 'The alert has stopped turning on and off; each turn is told again.',
    escalated: 'Sent further because nobody has acknowledged the alert.',
    snooze_ended: 'The snooze is over and the alert is still open.',
    silence_ended: 'It came back because the silence ended: the alert is still open.',
    period_began: 'The hours of the subscription have begun and the alert is still open.',
    replayed: 'This message could not be delivered at first; somebody had it sent again.',
  },
  closed: {
    recovered: 'Recovered: back within the limit.',
    level_changed: 'Closed: the protection level changed, and the new one does not alert.',
    policy_changed: 'Closed: the thresholds changed, and the new ones do not alert.',
    protection_removed: 'Closed: the project is set to no protection.',
    project_paused: 'Closed: the project was paused.',
    project_finished: 'Closed: the project is completed.',
    project_released: 'Closed: the project was released.',
    project_deleted: 'Closed: the project was deleted.',
    object_removed: 'Closed: what it was about was removed or switched off.',
    work_taken_over: 'Closed: everything that the host held has been taken over.',
    closed_by_person: 'Closed by a person.',
  },
  closedBy: {
    level_changed: (name) =>
      `Closed: ${name} changed the protection level, and the new one does not alert.`,
    policy_changed: (name) =>
      `Closed: ${name} changed the thresholds, and the new ones do not alert.`,
    protection_removed: (name) => `Closed: ${name} set the project to no protection.`,
    closed_by_person: (name) => `Closed by ${name}.`,
  },
  closeNote: (note) => `Reason given: “${note}”`,
  closedForUnknownReason: 'The alert is closed.',
  stale: 'This figure is old: no newer one has arrived.',
  detail: 'As it was reported',
  cause: 'Why',
  openAlert: 'Open the alert',
  openConsole: 'Open the console',
  listSeparator: ', ',
  labelSeparator: ': ',
  state(kind, repeat, recovered) {
    switch (kind) {
      case 'firing':
        return 'Firing'
      case 'repeat':
        return repeat > 0 ? `Still firing, reminder ${repeat}` : 'Still firing'
      case 'resolved':
        return recovered ? 'Recovered' : 'Closed'
      case 'test':
        return 'Test'
      default:
        return assertNever(kind)
    }
  },
  headline: (state, name, event, level) =>
    `${state}: ${name}, ${event}${level === null ? '' : ` (${level})`}`,
  sentence: englishSentence,
  turned: (times) => `It has turned on or off at least ${times} times within a short while.`,
  withheld: (from, to, others) =>
    others === 0
      ? `Nothing could be delivered through this channel from ${from} to ${to}.`
      : `Nothing could be delivered through this channel from ${from} to ${to}; ${others} earlier ${others === 1 ? 'message' : 'messages'} about this alert ${others === 1 ? 'was' : 'were'} left out.`,
  detectedLate: (length) => `Found ${length} late, because Highwater was not running.`,
  lasted: (length) => `, for ${length}`,
  measured: (length) => formatMeasured(length, units),
  roughly: (length) => formatRoughly(length, units),
  resetHeadline: () => 'Choose a new password for Highwater',
  resetSentence: (minutes) =>
    `Somebody asked for a new password for your account. The link holds for ${minutes} minutes and works once. If it was not you, do nothing: your password stays as it is.`,
  resetLink: () => 'Choose a new password',
  testHeadline: () => 'Test: a message from Highwater',
  testSentence: (channelName, requestedBy) =>
    `This is a test of the channel “${channelName}”, requested by ${requestedBy}. If you can read it, alerts arrive here too.`,
}
