export { EmbeddedPostgresError } from './error.ts'
export { type Cluster, type StartClusterOptions, startCluster } from './start-cluster.ts'
export { throwAwayFolder } from './throw-away-folder.ts'
