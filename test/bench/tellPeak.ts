/** Imported before a program: writes the most memory that the process had resident, when it ends. */
process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS / 1024} MB\n`));
