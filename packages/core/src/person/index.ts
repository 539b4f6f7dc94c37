export {
  type MentionStrategy,
  mentionStrategies,
  nobody,
  type PersonRole,
  peopleIn,
  personRoles,
  type Roles,
  widestMention,
} from './addressed.ts'
export {
  type ContactName,
  type Contacts,
  contactNames,
  isContact,
  type MentionedPerson,
} from './contact.ts'
export { type OnCallRota, type OnCallTurns, onCallAt, onCallTurns } from './on-call.ts'
export {
  type UnreachableReason,
  unreachableBecause,
  unreachableReasons,
  unreachableTexts,
  type WaysIn,
} from './reach.ts'
export { contactFields, onCallRotaField } from './schema.ts'
