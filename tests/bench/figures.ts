import os from "node:os";

type Figure = { name: string; reach: string; measured: string; met: boolean };

/** Collects what was measured and prints it beside what the project promises. */
export function createFigures() {
  const figures: Figure[] = [];
  return {
    add(name: string, reach: string, measured: string, met: boolean) {
      figures.push({ name, reach, measured, met });
      process.stdout.write(`  ${met ? "đạt   " : "THIẾU "} ${name}: ${measured} (cần ${reach})\n`);
    },
    get missed() {
      return figures.filter((figure) => !figure.met).length;
    },
    table() {
      const load = os
        .loadavg()
        .map((value) => value.toFixed(1))
        .join(" ");
      const rows = figures.map(
        ({ name, reach, measured, met }) => `| ${name} | ${reach} | ${measured} | ${met ? "đạt" : "**thiếu**"} |`,
      );
      return [
        `Node ${process.version}, ${os.availableParallelism()} nhân, tải máy ${load}`,
        "",
        "| phép đo | cần đạt | đo được | |",
        "|---|---|---|---|",
        ...rows,
      ].join("\n");
    },
  };
}

export type Figures = ReturnType<typeof createFigures>;
