import { setImmediate as nextTurn } from "node:timers/promises";
import { answerOf, newChallengeId } from "#lib/captcha/challenge.ts";
import { drawCode } from "#lib/captcha/draw.ts";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

type Picture = { id: string; png: Buffer };

/** Enough for a burst after a meeting; 64 pictures are 130 kB. */
const READY = 64;
/** Readers who may wait for a picture at once when the pool is empty. */
const WAITING = 100;

const pool: Picture[] = [];
let filling = false;
let waiting = 0;

/** A fresh challenge and its picture, made ahead when possible. Each picture is given out once. */
export async function takePicture(): Promise<Picture> {
  const picture = pool.pop();
  void fill();
  if (picture) return picture;
  if (waiting >= WAITING) throw new AppError("unavailable", "Trang đang bận. Hãy chờ một phút rồi lấy mã khác.");
  waiting++;
  return await draw().finally(() => waiting--);
}

async function draw(): Promise<Picture> {
  const id = newChallengeId();
  return { id, png: await drawCode(answerOf(id)) };
}

/** One picture a turn of the event loop, so that requests pass in between. */
async function fill() {
  if (filling) return;
  filling = true;
  try {
    while (pool.length < READY) {
      pool.push(await draw());
      await nextTurn();
    }
  } catch (error) {
    log.error({ err: error }, "no pictures of confirmation codes can be made ahead");
  } finally {
    filling = false;
  }
}
