export { channelName, channelNamePattern } from './name.ts'
