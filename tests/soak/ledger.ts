/** What the voters know: every paper that was sent, and every receipt that somebody was told. */
export function createLedger() {
  const sent = new Map<number, number>();
  const told = new Map<string, number>();
  const wrong: string[] = [];
  let untold = 0;
  return {
    told,
    wrong,
    send: (option: number) => void sent.set(option, (sent.get(option) ?? 0) + 1),
    /** An attempt whose outcome never reached the voter. */
    lose: () => void untold++,
    acknowledge(receipt: string, option: number, earlier: string | undefined) {
      if (earlier !== undefined && earlier !== receipt) wrong.push(`${receipt} was told for the ballot ${earlier}`);
      if (earlier === undefined && told.has(receipt)) wrong.push(`${receipt} was told to two voters`);
      told.set(receipt, option);
    },
    get untold() {
      return untold;
    },
    /** Papers out for each option, whether or not their senders know what became of them. */
    papers: (option: number) => sent.get(option) ?? 0,
    acknowledged: (option: number) => [...told.values()].filter((chosen) => chosen === option).length,
  };
}

export type Ledger = ReturnType<typeof createLedger>;
