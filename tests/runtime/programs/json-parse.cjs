const text = `[${'{"id":1,"name":"n"},'.repeat(1_500_000)}0]`

function decode() {
  return JSON.parse(text) // guilty
}

setTimeout(() => {
  decode()
}, 60)
