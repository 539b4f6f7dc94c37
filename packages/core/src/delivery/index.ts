export {
  type AttemptDetail,
  type OutcomeKind,
  outcomeKinds,
  type RejectionFault,
  rejectionFaults,
  type SendOutcome,
} from './outcome.ts'
