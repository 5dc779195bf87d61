// Loaded into every program that a start runs to its end (npm, the build), and into theirs: who kills the start must not
// leave them at work in the folders that the next start works in.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.exit(1), 300).unref();
