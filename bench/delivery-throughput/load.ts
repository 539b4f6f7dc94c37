/** What each of the three is given: alerts, every one of which is posted to every channel by itself. */
export interface Load {
  readonly channels: number
  readonly alerts: number
  /** So many more go first, several times, and are not counted: a worker runs for weeks, and is warm. */
  readonly warmUp: number
}

/**
 * It takes about 60,000 messages until JavaScript has been compiled for good: our rate still grew by a
 * fifth between 20,000 and 60,000. Alertmanager was compiled before, and more groups would burden it.
 */
export const warmUps = 20

/** So many messages in all: few alerts to many channels, or many alerts to one. */
export const loads: readonly Load[] = [
  { channels: 1, alerts: 5_000, warmUp: 3_000 },
  { channels: 10, alerts: 1_000, warmUp: 300 },
  { channels: 100, alerts: 100, warmUp: 30 },
]

export const postsOf = ({ channels, alerts }: Load): number => channels * alerts
