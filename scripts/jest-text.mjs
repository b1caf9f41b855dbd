export default {
  process: (source) => ({ code: `export default ${JSON.stringify(source)}\n` }),
}
