// Preloaded into the programs we start: when their starter dies without a word, they stop too.
// Not by a channel to it, because Next.js hands such preloads on to processes that need theirs.
import process from 'node:process'
import { whenOrphaned } from '../bootstrap/when-orphaned.mjs'

whenOrphaned(() => process.kill(process.pid, 'SIGTERM'))
