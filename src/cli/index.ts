process.stdout.write('{}\n')
