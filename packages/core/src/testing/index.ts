export { anObservation, anOpenAlert, aProject } from './a-project.ts'
export { settings } from './settings.ts'
export { at, start } from './times.ts'
export { type Happening, Watch } from './watch.ts'
