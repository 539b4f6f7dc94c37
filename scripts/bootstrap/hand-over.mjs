import { spawn } from 'node:child_process'
import process from 'node:process'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const parentCheckMilliseconds = 250
const numbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }

/**
 * Runs the program in our place and returns its exit code. The channel tells it when we die without
 * a word, so that it can stop what it started.
 */
export function handOver(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...options,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })
    for (const signal of signals) process.on(signal, () => child.kill(signal))
    // An npm that is ended from outside passes no signal on; we notice by having a new parent.
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      child.kill('SIGTERM')
    }, parentCheckMilliseconds)
    watch.unref()
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + (numbers[signal] ?? 0)))
  })
}
