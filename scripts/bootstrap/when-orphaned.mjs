import process from 'node:process'

const checkMilliseconds = 250

/** Calls back once when the process that started this one is gone and nobody will stop it. */
export function whenOrphaned(callback) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    callback()
  }, checkMilliseconds)
  watch.unref()
}
