/** Why several alerts are told in one message: too many at once, or more than somebody wants. */
export const digestReasons = ['storm', 'limit'] as const
export type DigestReason = (typeof digestReasons)[number]
