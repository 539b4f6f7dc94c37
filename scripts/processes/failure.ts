/** A command cannot go on; the message is for the person at the terminal, without a stack. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'
}
