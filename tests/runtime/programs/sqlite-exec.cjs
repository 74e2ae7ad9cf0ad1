const { DatabaseSync } = require('node:sqlite')

const database = new DatabaseSync(':memory:')
database.exec('CREATE TABLE orders (id INTEGER)')

setTimeout(() => {
  database.exec(` -- // guilty
    WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2500000)
    INSERT INTO orders SELECT x FROM n
  `)
}, 200)
