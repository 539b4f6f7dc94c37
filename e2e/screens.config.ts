import { defineConfig } from '@playwright/test'
import journeys from './playwright.config.ts'

// Pictures of every page for people to look at; no part of `npm test`.
export default defineConfig(journeys, { testDir: './screens' })
