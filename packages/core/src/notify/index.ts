export {
  type AddressedMessage,
  type AlertMessage,
  type ChannelMessage,
  type CloseReason,
  closeReasons,
  type MessageKind,
  type MessageNote,
  type MessageProject,
  messageKinds,
  messageNotes,
  type TestMessage,
} from './message.ts'
