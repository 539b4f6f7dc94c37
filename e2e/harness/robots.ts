import { type DingtalkFake, startDingTalkFake } from '@highwater/channels/testing'

export const robotSecrets = {
  webhook: 'robot-token-5d2c7e1f',
  signingSecret: 'SEC-of-the-robot-90c1',
} as const

/** A DingTalk group's robot that checks signatures like the real one. */
export const startRobot = (): Promise<DingtalkFake> =>
  startDingTalkFake({
    token: robotSecrets.webhook,
    secret: robotSecrets.signingSecret,
    limitPerMinute: Number.POSITIVE_INFINITY,
  })
