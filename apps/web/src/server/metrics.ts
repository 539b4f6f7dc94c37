import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The web server's figures in Prometheus' format. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'highwater_http_request_duration_seconds',
      help: 'Duration of one call of the API, by operation.',
      labelNames: ['operation'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 20],
      registers,
    }),
    requests: new Counter({
      name: 'highwater_http_requests_total',
      help: 'Calls of the API, by operation and status.',
      labelNames: ['operation', 'status'],
      registers,
    }),
    signals: new Counter({
      name: 'highwater_signals_total',
      help: 'Signals received, by what became of them.',
      labelNames: ['result'],
      registers,
    }),
    signalBatches: new Gauge({
      name: 'highwater_signal_batches_waiting',
      help: 'Bodies with signals that have come and have not been answered.',
      registers,
    }),
    liveBrowsers: new Gauge({
      name: 'highwater_live_browsers',
      help: 'Pages that are listening for live updates.',
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
