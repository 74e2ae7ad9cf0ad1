// Long enough without anything to do that the loop beats more rarely.
import { setTimeout as pause } from 'node:timers/promises'

function bakeBread() {
  const end = performance.now() + 300
  while (performance.now() < end) Math.sqrt(end) // guilty
}

await pause(2500)
bakeBread()
