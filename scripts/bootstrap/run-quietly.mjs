import { spawn } from 'node:child_process'

/** Runs a program to its end; shows what it wrote only when it fails. */
export function runQuietly(program, args, options, failure) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
      })
    }
    child.on('error', (error) => reject(new Error(`${failure}: ${error.message}`)))
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${output.trim()}\n${failure}.`))
    })
  })
}
