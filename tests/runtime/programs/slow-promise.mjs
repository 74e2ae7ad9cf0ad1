import { setTimeout as pause } from 'node:timers/promises'

await pause(300)
await Promise.all([pause(200), pause(400)])
