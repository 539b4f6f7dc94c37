// Preloaded into the programs we start: when their starter dies without a word, they stop too.
import process from 'node:process'

if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
