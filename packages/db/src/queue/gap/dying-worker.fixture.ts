import { connect } from '../../client/index.ts'
import { searchGaps } from './search-gaps.ts'

/** A worker in a process of its own, which a test kills while it writes down what it has found. */
const [url = ''] = process.argv.slice(2)
const db = connect(url, { name: 'dying worker', maxConnections: 1 })
await searchGaps(db, {
  limit: 100,
  consoleUrl: 'https://highwater.example',
  onDefect: (_project, error) => {
    throw error
  },
})
await db.close()
