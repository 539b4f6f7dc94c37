import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The worker's figures in Prometheus' format. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    cycleSeconds: new Histogram({
      name: 'highwater_cycle_duration_seconds',
      help: 'Duration of one run of a cycle.',
      labelNames: ['cycle'],
      buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
      registers,
    }),
    cycleTaken: new Counter({
      name: 'highwater_cycle_taken_total',
      help: 'Things a cycle worked on: projects, notifications, sources.',
      labelNames: ['cycle'],
      registers,
    }),
    cycleFailures: new Counter({
      name: 'highwater_cycle_failures_total',
      help: 'Runs of a cycle that failed.',
      labelNames: ['cycle'],
      registers,
    }),
    attempts: new Counter({
      name: 'highwater_delivery_attempts_total',
      help: 'Attempts at sending, by channel kind and outcome.',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    attemptSeconds: new Histogram({
      name: 'highwater_delivery_attempt_duration_seconds',
      help: 'Duration of one attempt at sending.',
      labelNames: ['kind'],
      buckets: [0.005, 0.02, 0.1, 0.5, 1, 5, 10],
      registers,
    }),
    channelCutOff: new Gauge({
      name: 'highwater_channel_cut_off',
      help: 'Channels that fail so often that they get one probe at a time, by name.',
      labelNames: ['channel'],
      registers,
    }),
    channelQuota: new Gauge({
      name: 'highwater_channel_monthly_quota',
      help: 'How many messages a month the provider of a channel takes, by name.',
      labelNames: ['channel'],
      registers,
    }),
    channelSentThisMonth: new Gauge({
      name: 'highwater_channel_sent_this_month',
      help: 'How many messages a channel with a monthly quota has been sent this month, by name.',
      labelNames: ['channel'],
      registers,
    }),
    clockOffset: new Gauge({
      name: 'highwater_clock_offset_seconds',
      help: 'How far the clock of this machine is ahead of the database.',
      registers,
    }),
    sealedSecrets: new Gauge({
      name: 'highwater_sealed_secrets',
      help: 'Secrets in the database, by the id of the key that has sealed them.',
      labelNames: ['key'],
      registers,
    }),
    lastSuccess: new Gauge({
      name: 'highwater_cycle_last_success_timestamp_seconds',
      help: 'When a cycle last ran without failure.',
      labelNames: ['cycle'],
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
