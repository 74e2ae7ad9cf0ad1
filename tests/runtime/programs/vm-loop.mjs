import vm from 'node:vm'

const script = new vm.Script(
  'function bake() { const end = cpu() + 350_000; while (cpu() < end) Math.random() } bake()',
  { filename: 'recipe.vm' },
)

setTimeout(() => {
  script.runInNewContext({ cpu: () => process.cpuUsage().user }) // guilty
}, 60)
