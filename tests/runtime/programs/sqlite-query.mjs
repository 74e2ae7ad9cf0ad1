import { DatabaseSync } from 'node:sqlite'

const database = new DatabaseSync(':memory:')
const count = database.prepare(
  "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < ?) SELECT count(*) AS 'total' FROM n",
)

setTimeout(() => {
  count.all(4_000_000) // guilty
}, 200)
