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
  if (!isAlive(pid)) return false;
  if (!fs.existsSync("/proc/self/cmdline")) return true;
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(program);
  } catch {
    return false; // it has ended meanwhile
  }
}
