import { type Move, moveAsText, moveOfText } from "#lib/content-move.ts";

/** What a process and the primary (lib/server/processes.ts) say to each other. */
export type ToPrimary =
  | { type: "content"; move: string; asked: string }
  | { type: "heard"; asked: string }
  | { type: "ready" };
export type ToProcess =
  | { type: "content"; move: string; asked: string }
  | { type: "settled"; asked: string }
  | { type: "database"; url: string }
  | { type: "drain" };

const PATIENCE_MS = 1000;

/**
 * Tells the fronts of this machine of a commit, and waits until all have heard: NOTIFY alone may reach them
 * after the publisher's answer. Alone in its process (no primary) there is nobody to tell.
 */
export function createSiblings(learn: (move: Move) => void, send: ((message: ToPrimary) => void) | undefined) {
  const waiting = new Map<string, () => void>();

  return {
    settle(move: Move) {
      learn(move);
      if (!send) return Promise.resolve();
      const asked = `${process.pid}:${move.version}`;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, PATIENCE_MS); // NOTIFY and the poll reach whoever did not answer
      waiting.set(asked, resolve);
      send({ type: "content", move: moveAsText(move), asked });
      return promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(asked);
      });
    },
    receive(message: ToProcess) {
      if (message.type === "content") {
        learn(moveOfText(message.move));
        send?.({ type: "heard", asked: message.asked });
      } else if (message.type === "settled") waiting.get(message.asked)?.();
    },
  };
}
