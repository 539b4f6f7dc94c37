import type { ContractReceiver } from './contract-subject.ts'
import type { Misbehaviour } from './fakes/http-fake.ts'
import type { RobotFake } from './fakes/robot-fake.ts'

/** What a fake robot gives the contract suite, beside its settings. */
export const contractOf = (
  robot: RobotFake,
  answers: {
    readonly refusal: Misbehaviour
    readonly throttling: Misbehaviour
    /** An answer that can break off, for a provider whose own has no body. */
    readonly acceptance?: Misbehaviour
  },
): Pick<ContractReceiver, 'texts' | 'behave' | 'misbehave' | 'close'> => ({
  texts: async () => robot.messages().map((message) => message.text),
  behave(how) {
    switch (how) {
      case 'well':
        return robot.behave()
      case 'refuses-in-its-own-words':
        return robot.behave(answers.refusal)
      case 'throttles':
        return robot.behave(answers.throttling)
      case 'cuts-the-answer-off':
        return robot.behave({ ...answers.acceptance, cutAnswer: true })
      case 'is-slow':
        return robot.behave({ latencyMs: 120_000 })
    }
  },
  misbehave: robot.behave,
  close: robot.close,
})
