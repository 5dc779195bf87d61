import fs from "node:fs";

/** Whether a process of ours is there (somebody else's under a reused number counts as absent). */
export function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether the number still belongs to that program; where the system does not tell, yes. */
export function runs(pid: number, program: string) {
  const file = `/proc/${pid}/cmdline`;
  return isAlive(pid) && (!fs.existsSync(file) || fs.readFileSync(file, "utf8").includes(program));
}
