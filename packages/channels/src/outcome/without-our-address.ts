import type { DescribeAttempt } from './attempt-detail.ts'

/**
 * The answers of WeCom name the address from which we came, which is nobody's business here: but for
 * the refusal of that very address, which has to be entered there.
 */
export const withoutOurAddress =
  (describe: DescribeAttempt): DescribeAttempt =>
  (reason, found) =>
    describe(
      reason,
      found?.providerMessage === undefined || reason === 'source-address-refused'
        ? found
        : {
            ...found,
            providerMessage: found.providerMessage.replace(/,? ?from ip: [\d.a-f:]+/i, ''),
          },
    )
