/**
 * How much heap each process may take, in MB. Left alone, Node.js sizes its heap by the machine and
 * collects late: the web server grew to 700 MB under load, of which it needed a fifth. A heap that has
 * grown by a third is collected, however much more it might take. On few processors the threads that help
 * to collect cost more than they spare: a third of the time that signals took. The worker has hundreds of
 * sends under way, which a small nursery would take for old before they end; a larger one is filled in
 * quiet times, too.
 */
export const memoryLimits = {
  web: [
    '--max-old-space-size=256',
    '--max-semi-space-size=4',
    '--single-threaded-gc',
    '--heap-growing-percent=30',
  ],
  worker: ['--max-old-space-size=192', '--max-semi-space-size=12'],
} as const

/** Of a process's threads each would have its own stock of free memory; two are enough for all. */
export const memoryEnvironment = { MALLOC_ARENA_MAX: '2' } as const
