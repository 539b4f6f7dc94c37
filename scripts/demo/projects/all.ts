import type { DemoProject } from './demo-project.ts'
import { finance } from './finance.ts'
import { logistics } from './logistics.ts'
import { people } from './people.ts'
import { trade } from './trade.ts'

/** The forty projects of the demo. */
export const demoProjects: readonly DemoProject[] = [...trade, ...finance, ...logistics, ...people]
