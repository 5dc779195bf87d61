import type { ServerResponse } from "node:http";

type Guard = {
  /** Editors' pages are nobody else's: no cache may keep them, whatever Next or a page said. */
  secret: boolean;
  /** Called instead of Next's own page when it answers 500. */
  crashed: () => void;
};

/** Looks at an answer of Next's just before its head leaves. */
export function guardAnswer(response: ServerResponse, { secret, crashed }: Guard) {
  const { write, end, flushHeaders } = response;
  let replaced = false;

  /** True when Next's answer is to go nowhere. */
  function intercept() {
    if (replaced) return true;
    if (response.headersSent) return false;
    if (secret) response.setHeader("Cache-Control", "private, no-store");
    if (response.statusCode !== 500) return false;
    replaced = true;
    return true;
  }

  response.flushHeaders = () => {
    if (!intercept()) flushHeaders.call(response);
  };
  response.write = ((...data: Parameters<typeof write>) => intercept() || write.apply(response, data)) as typeof write;
  response.end = ((...data: Parameters<typeof end>) => {
    if (!intercept()) return end.apply(response, data);
    Object.assign(response, { write, end, flushHeaders });
    crashed();
    return response;
  }) as typeof end;
}
