const pattern = /^(a+)+$/

setTimeout(() => {
  pattern.test(`${'a'.repeat(25)}!`) // guilty
}, 60)
