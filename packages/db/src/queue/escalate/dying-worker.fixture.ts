import { connect } from '../../client/index.ts'
import { escalateDue } from './escalate-due.ts'

/** A worker in a process of its own, which a test kills while it escalates. */
const [url = ''] = process.argv.slice(2)
const db = connect(url, { name: 'dying worker', maxConnections: 1 })
await escalateDue(db, { limit: 10, consoleUrl: 'https://highwater.example' })
await db.close()
