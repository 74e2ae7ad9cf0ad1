import { serveOnce } from './serve-once.mjs'

const text = `[${'{"id":1,"name":"n"},'.repeat(1_800_000)}0]`

serveOnce('/import', async (request, response) => {
  response.end(String(JSON.parse(text).length)) // guilty
})
