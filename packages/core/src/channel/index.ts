export { clusterName } from './cluster-name.ts'
export { channelName, channelNamePattern } from './name.ts'
