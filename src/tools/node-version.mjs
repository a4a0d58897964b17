// Imported first by every command, so that an old Node gets a sentence and not a stack trace. No import of its own.
const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  process.stderr.write(
    `Benchside needs Node 20.19 or newer to set itself up; this is Node ${process.versions.node}.\n` +
      "What to do:  install a current Node (nodejs.org or your system's packages) and run the command again.\n",
  )
  process.exit(1)
}
