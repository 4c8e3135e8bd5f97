import { holdToFixtures } from '../fixtures.testkit.ts'
import { NotificationBanner } from './NotificationBanner.tsx'

holdToFixtures('notification-banner', NotificationBanner)
