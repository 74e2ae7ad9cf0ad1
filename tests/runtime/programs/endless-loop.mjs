import { serveOnce } from './serve-once.mjs'

serveOnce('/forever?key=1', () => {
  for (;;) Math.random() // guilty
})
