import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";
import { parseArgs } from "node:util";
import { createFigures } from "#tests/bench/figures.ts";
import { measureFirstView } from "#tests/bench/first-view.ts";
import { type Bytes, type Server, startBare, startNextTwin, startNginx, startSite } from "#tests/bench/servers.ts";
import { measureRates } from "#tests/bench/rates.ts";

export {};
