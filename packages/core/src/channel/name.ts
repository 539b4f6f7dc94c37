import { z } from 'zod'

/** C2: 1–50 characters of Chinese, letters, digits and underscore. */
export const channelNamePattern = /^[\p{Script=Han}A-Za-z0-9_]{1,50}$/u

export const channelName = z
  .string()
  .regex(channelNamePattern, 'Use 1–50 characters: Chinese, letters, digits or underscore.')
