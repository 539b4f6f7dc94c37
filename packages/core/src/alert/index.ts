export {
  type AlertEvent,
  type AlertEventFacts,
  type AlertScope,
  alertEventFacts,
  alertEvents,
  type Condition,
  conditions,
  eventOf,
  type Severity,
} from './event.ts'
