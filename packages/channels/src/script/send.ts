import { seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { defineSender } from '../define-sender.ts'
import type { ScriptResult } from '../io.ts'
import { type DescribeAttempt, detailWithout } from '../outcome/attempt-detail.ts'
import { checkText } from '../outcome/check-text.ts'
import type { Reason } from '../outcome/reasons.ts'
import { stringsIn } from '../redaction/redact.ts'
import type { ScriptConfig } from './config.ts'
import { script } from './kind.ts'

/** `EX_TEMPFAIL`: the failure is one that passes. */
const tryAgain = 75

type Ended = Extract<ScriptResult, { kind: 'ended' }>

/** As OCP reads them: what is on standard error, or else on standard output. */
const wordsOf = ({ errors, output }: Ended): string =>
  (errors.trim() === '' ? output : errors).trim()

function outcomeOfEnd(
  result: Ended,
  config: ScriptConfig,
  success: Reason,
  describe: DescribeAttempt,
): SendOutcome {
  const words = wordsOf(result)
  const because = (reason: Reason) =>
    describe(reason, { providerCode: result.exitCode, providerMessage: words })
  switch (result.exitCode) {
    case 0: {
      const passes = checkText(words, config.responseCheck) === 'passed'
      return passes
        ? { kind: 'delivered', detail: because(success) }
        : { kind: 'rejected', fault: 'settings', detail: because('response-check-failed') }
    }
    case tryAgain:
      return { kind: 'transient', detail: because('script-asks-again') }
    case null:
      return { kind: 'unknown', detail: because('script-killed') }
    default:
      return { kind: 'rejected', fault: 'settings', detail: because('script-failed') }
  }
}

export const scriptSender = defineSender(script, {
  async send(payload, { config, secrets }, io): Promise<SendOutcome> {
    const describe = detailWithout(stringsIn(secrets))
    if (io.scripts === undefined) {
      // Another worker may have the folder, and this one may be given it: nothing is given up.
      return { kind: 'transient', detail: describe('scripts-off') }
    }
    const ids = { deliveryId: io.deliveryId, incidentId: io.incidentId }
    const result = await io.scripts.run({
      file: config.file,
      arguments: config.arguments,
      environment: {
        ...payload.input.variables,
        delivery_id: io.deliveryId,
        incident_id: io.incidentId,
        ...secrets.environment,
      },
      input: JSON.stringify({ ...ids, ...payload.input }),
      timeout: seconds(config.timeoutSeconds),
      signal: io.signal,
    })
    switch (result.kind) {
      case 'refused': {
        const detail = describe(result.reason, { providerMessage: result.message })
        return { kind: 'rejected', fault: 'settings', detail }
      }
      case 'killed': {
        const reason = result.because === 'stopped' ? 'stopped' : 'script-overran'
        return { kind: 'unknown', detail: describe(reason, { providerMessage: result.errors }) }
      }
      case 'ended': {
        const success = payload.shortened ? 'script-done-shortened' : 'script-done'
        return outcomeOfEnd(result, config, success, describe)
      }
    }
  },
})
