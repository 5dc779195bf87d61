const EVERY = 5; // milliseconds

/** How many bytes of memory the process took at most, above what it had, while the work was done elsewhere in it. */
export async function peakWhile(work: () => Promise<unknown>) {
  const { rss } = process.memoryUsage();
  let most = rss;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, EVERY);
  try {
    await work();
    look();
  } finally {
    clearInterval(timer);
  }
  return most - rss;
}
