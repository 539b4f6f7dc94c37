import type { ReasonText } from '../outcome/reason-text.ts'

/** Feishu says nothing that the robots of other vendors do not say as well. */
export const feishuReasons = {} as const satisfies Readonly<Record<string, ReasonText>>
