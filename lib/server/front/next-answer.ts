import type { ServerResponse } from "node:http";

type Guard = {
  /** Editors' pages are nobody else's: no cache may keep them, whatever Next or a page said. */
  secret: boolean;
  /** What is answered instead, once the head of Next's answer is known; undefined lets it pass. */
  instead: (response: ServerResponse) => (() => void) | undefined;
};

/** Looks at an answer of Next's just before its head leaves. */
export function guardAnswer(response: ServerResponse, { secret, instead }: Guard) {
  const { write, end, flushHeaders } = response;
  let replacement: (() => void) | undefined;

  /** True when Next's answer is to go nowhere. */
  function intercept() {
    if (replacement) return true;
    if (response.headersSent) return false;
    if (secret) response.setHeader("Cache-Control", "private, no-store");
    replacement = instead(response);
    return replacement !== undefined;
  }

  response.flushHeaders = () => {
    if (!intercept()) flushHeaders.call(response);
  };
  response.write = ((...data: Parameters<typeof write>) => intercept() || write.apply(response, data)) as typeof write;
  response.end = ((...data: Parameters<typeof end>) => {
    if (!intercept()) return end.apply(response, data);
    Object.assign(response, { write, end, flushHeaders });
    replacement?.();
    return response;
  }) as typeof end;
}
