function render(rows) {
  let html = ''
  const end = process.cpuUsage().user + 350_000 // guilty
  while (process.cpuUsage().user < end) { // guilty
    html = html.slice(-200) + `<tr><td>${rows.join('</td><td>')}</td></tr>` // guilty
  }
  return html
}

setTimeout(render, 60, ['loaf', 'roll', 'bun'])
