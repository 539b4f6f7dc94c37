import { flushCompileCache } from 'node:module'

// Runs before a program that a test will kill: what it has compiled would be kept only at a calm end.
setTimeout(flushCompileCache, 2_000).unref()
