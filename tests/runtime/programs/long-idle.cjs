setTimeout(() => {}, 900)
