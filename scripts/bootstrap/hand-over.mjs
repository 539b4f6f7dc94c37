import { spawn } from 'node:child_process'
import process from 'node:process'
import { whenOrphaned } from './when-orphaned.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const numbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }
const preload = new URL('../processes/end-with-parent.mjs', import.meta.url).href

/** Runs the Node.js program in our place, passes signals on, and returns its exit code. */
export function handOver(node, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [`--import=${preload}`, ...args], { ...options, stdio: 'inherit' })
    for (const signal of signals) process.on(signal, () => child.kill(signal))
    // An npm that is ended from outside passes no signal on.
    whenOrphaned(() => child.kill('SIGTERM'))
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + (numbers[signal] ?? 0)))
  })
}
