import { setTimeout as pause } from "node:timers/promises";
import type { Ledger } from "#tests/soak/ledger.ts";
import type { Ask, Received } from "#tests/soak/requests.ts";
import { TEST_CODE } from "#tests/support/site.ts";

type Booth = { origins: string[]; slug: string; ask: Ask; ledger: Ledger; over: AbortSignal };
type Paper = { option: number; cookie: string; receipt?: string };

const any = <T>(list: T[]) => list[Math.floor(Math.random() * list.length)];

/**
 * One voter with a browser of its own: fetches a code, sends the form until it is told what became of it, whichever node
 * answers. Some click twice at once, some eight times, one in ten sends the same form again afterwards.
 */
export async function voteUntilTold(booth: Booth, option: number) {
  const paper: Paper = { option, cookie: await takeTicket(booth) };
  booth.ledger.send(option);
  const clicks = clicksOf(Math.random());
  while (paper.receipt === undefined) {
    const answers = await Promise.all(Array.from({ length: clicks }, () => sendPaper(booth, paper)));
    for (const answer of answers) note(booth, paper, answer);
    if (paper.receipt === undefined) await moment(booth);
  }
  if (Math.random() < 0.1) note(booth, paper, await sendPaper(booth, paper));
  return paper;
}

const clicksOf = (chance: number) => {
  if (chance < 0.1) return 8;
  return chance < 0.25 ? 2 : 1;
};

/** Sends a form that was told its receipt before; the answer must be the same. */
export async function replay(booth: Booth, paper: Paper) {
  note(booth, paper, await sendPaper(booth, paper));
}

async function takeTicket(booth: Booth) {
  const { origins, slug, ask } = booth;
  for (;;) {
    const answer = await ask(`${any(origins)}/ma-xac-nhan?tham-do=${slug}`);
    const cookie = answer?.headers["set-cookie"]?.[0]?.split(";", 1)[0];
    if (answer?.status === 200 && cookie) return cookie;
    await moment(booth);
  }
}

const moment = ({ over }: Booth) => pause(100 + Math.random() * 200, undefined, { signal: over });

const sendPaper = ({ origins, slug, ask }: Booth, { option, cookie }: Paper) =>
  ask(`${any(origins)}/tham-do/${slug}/phieu`, {
    method: "POST",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    body: `chon=${option}&ma=${TEST_CODE}`,
  });

/** A receipt is told for good; no answer or an answer of distress tells nothing; a refusal must never come. */
function note({ ledger }: Booth, paper: Paper, answer: Received | undefined) {
  if (!answer || answer.status >= 500) return ledger.lose();
  const receipt = /\?bien-nhan=(?<receipt>\w{12})$/.exec(answer.headers.location ?? "")?.groups?.["receipt"];
  if (receipt === undefined) {
    ledger.wrong.push(`refused: ${answer.status} ${answer.headers.location}`);
    return;
  }
  ledger.acknowledge(receipt, paper.option, paper.receipt);
  paper.receipt = receipt;
}
