import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { listPollEvents } from "#lib/polls/events.ts";
import { castVote } from "#lib/polls/mutations.ts";
import { getPoll, getPollFor, listPolls, listPollsOfCategory } from "#lib/polls/queries.ts";
import { closePollNow, correctPoll, createPoll, editPoll, editSettings, openPollNow } from "#lib/polls/running.ts";
import { clerk, createCellPoll, pollForm, solvedVote, visitor } from "#tests/support/polls.ts";

const HOUR = 3_600_000;
const publisher = { ...clerk, role: "publisher" } as const;
const rowOf = (id: number) =>
  db.poll.findUniqueOrThrow({ where: { id }, include: { options: { orderBy: { position: "asc" } } } });
const sentences = async (id: number) => (await listPollEvents(id)).map(({ sentence }) => sentence);
const version = async () => (await db.contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version;

test("a poll is made as the form says, with a line in the log, in the audit, and a new content version", async () => {
  const before = await version();
  const { id, slug } = await createPoll(
    clerk,
    pollForm({ question: "Sân chơi mới thế nào?", opensAt: "24/11/2026 07:00:05", closesAt: "2026-11-30T17:00" }),
  );

  expect(slug).toBe("san-choi-moi-the-nao");
  const poll = await rowOf(id);
  expect(poll.options.map(({ label }) => label)).toEqual(["Tốt", "Bình thường", "Chưa tốt"]);
  expect([poll.opensAt.toISOString(), poll.closesAt?.toISOString()]).toEqual([
    "2026-11-24T00:00:05.000Z",
    "2026-11-30T10:00:00.000Z",
  ]);
  expect(await sentences(id)).toEqual([
    "Lập cuộc thăm dò. Mở lúc 07:00:05, 24/11/2026. Đóng lúc 17:00:00, 30/11/2026.",
  ]);
  expect(await db.auditEvent.count({ where: { action: "poll.create", subject: `poll:${id}`, userId: 1 } })).toBe(1);
  expect(await version()).toBe(before + 1n);
});

test.each([
  ["no question", { question: " " }, "question"],
  ["one option", { options: "Tốt" }, "options"],
  ["the same option twice", { options: "Tốt\nTốt" }, "options"],
  ["more choices than options", { maxChoices: "4" }, "maxChoices"],
  ["an end before the start", { closesAt: "2025-01-01T07:00" }, "closesAt"],
  ["a day that is none", { opensAt: "31/02/2026 07:00" }, "opensAt"],
  ["no place chosen", { placement: "chosen" }, "placement"],
  ["an address with accents", { slug: "Thăm dò" }, "slug"],
])("%s is refused at its field", async (_name, fields, field) => {
  await expect(createPoll(clerk, pollForm(fields))).rejects.toMatchObject({ issues: [{ path: [field] }] });
});

test("an unknown article and an address that is taken are refused at their fields; only administrators run polls", async () => {
  const articles = "https://dongthanh.vn/bai-viet/khong-co";
  await expect(createPoll(clerk, pollForm({ placement: "chosen", articles }))).rejects.toMatchObject({
    field: "articles",
    message: expect.stringContaining("khong-co"),
  });
  await createPoll(clerk, pollForm({ slug: "mot-lan" }));
  await expect(createPoll(clerk, pollForm({ slug: "mot-lan" }))).rejects.toMatchObject({ field: "slug" });
  for (const act of [createPoll, editPoll, correctPoll])
    await expect(act(publisher, pollForm({ pollId: 1, reason: "A" }))).rejects.toMatchObject({ code: "forbidden" });
  for (const act of [openPollNow, closePollNow])
    await expect(act(publisher, { pollId: 1, reason: "A" })).rejects.toMatchObject({ code: "forbidden" });
});

test("a poll stands where it was put", async () => {
  const category = await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } });
  const fields = pollForm({ placement: "chosen", categoryIds: [String(category.id)] });
  const { slug } = await createPoll(clerk, fields);
  expect((await getPollFor({ categoryId: category.id, articleId: 0 }))?.slug).toBe(slug);
  expect((await getPollFor({ categoryId: 0, articleId: 0 }))?.slug).not.toBe(slug);
  expect(await listPollsOfCategory(category.id)).toEqual([expect.objectContaining({ slug })]);
  expect(await listPollsOfCategory(0)).toEqual([]);
});

test("before the first ballot all can change; an option that keeps its words keeps its number", async () => {
  const fields = pollForm();
  const { id } = await createPoll(clerk, fields);
  const before = await rowOf(id);

  await editPoll(clerk, { ...fields, pollId: id, options: "Chưa tốt\nRất tốt\nTốt", maxChoices: "2" });
  const after = await rowOf(id);
  expect(after.options.map(({ label }) => label)).toEqual(["Chưa tốt", "Rất tốt", "Tốt"]);
  expect([after.options[0]?.id, after.options[2]?.id]).toEqual([before.options[2]?.id, before.options[0]?.id]);
  expect((await sentences(id))[0]).toMatch(/^Sửa cuộc thăm dò\. Đã đổi các ý, số ý được chọn\. Mở lúc/);

  await editPoll(clerk, { ...fields, pollId: id, question: "Câu khác?", options: "Tốt\nChưa tốt" });
  const other = (await rowOf(id)).options.map((option) => option.id);
  expect(other.some((option) => after.options.some((old) => old.id === option))).toBe(false);
});

test("whoever edits from an old page is told so", async () => {
  const fields = pollForm();
  const { id } = await createPoll(clerk, fields);
  const [line] = await listPollEvents(id);
  await editPoll(clerk, { ...fields, pollId: id, seen: String(line?.id) });
  const late = editPoll(clerk, { ...fields, pollId: id, seen: String(line?.id), question: "Muộn?" });
  await expect(late).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("ở nơi khác") });
});

test("after the first ballot the question is frozen and the rest is not", async () => {
  const fields = pollForm();
  const { id } = await createPoll(clerk, fields);
  await castVote(visitor(), solvedVote(await rowOf(id)));

  await expect(editPoll(clerk, { ...fields, pollId: id, question: "Khác?" })).rejects.toMatchObject({
    message: expect.stringContaining("phiếu đầu tiên"),
  });
  const closesAt = new Date(Math.trunc(Date.now() / 1000) * 1000 + HOUR);
  await editSettings(clerk, {
    pollId: id,
    results: "after_vote",
    placement: "everywhere",
    commentsAllowed: "on",
    closesAt,
  });
  expect(await rowOf(id)).toMatchObject({ results: "after_vote", commentsAllowed: true, closesAt });
  expect((await sentences(id))[0]).toMatch(
    /^Sửa thiết lập\. Đóng lúc .*\. Kết quả xem được sau khi bỏ phiếu\. Cho ghi thêm ý kiến\.$/,
  );
  const past = { pollId: id, results: "always", placement: "everywhere", closesAt: "2026-01-02T07:00" };
  await expect(editSettings(clerk, past)).rejects.toMatchObject({ field: "closesAt" });
});

test("printed slips fix a poll's kind and address", async () => {
  const { poll } = await createCellPoll([2]);
  const same = pollForm({ pollId: poll.id, kind: "cells", slug: poll.slug, results: "always" });
  await expect(editPoll(clerk, { ...same, slug: "khac" })).rejects.toMatchObject({ field: "slug" });
  await editPoll(clerk, same);
  expect((await rowOf(poll.id)).results).toBe("after_close");
});

test("opening now and closing now are to the moment, once, and closing seals", async () => {
  const { id, slug } = await createPoll(clerk, pollForm({ opensAt: new Date(Date.now() + HOUR) }));
  expect(await getPoll(slug)).toBeNull();
  await expect(closePollNow(clerk, { pollId: id, reason: "Sai" })).rejects.toMatchObject({ code: "conflict" });
  await openPollNow(clerk, { pollId: id });
  await expect(openPollNow(clerk, { pollId: id })).rejects.toMatchObject({ code: "conflict" });
  expect((await listPolls()).find((poll) => poll.slug === slug)?.open).toBe(true);

  const poll = await rowOf(id);
  await castVote(visitor(), solvedVote(poll));
  await expect(closePollNow(clerk, { pollId: id, reason: " " })).rejects.toMatchObject({
    issues: [{ path: ["reason"] }],
  });
  await closePollNow(clerk, { pollId: id, reason: "Đã đủ ý kiến" });
  await expect(castVote(visitor(), solvedVote(poll))).rejects.toMatchObject({ code: "conflict" });
  expect(await db.seal.findMany({ where: { pollId: id, closing: true } })).toMatchObject([{ ballots: 1 }]);
  const reopen = { pollId: id, results: "always", placement: "everywhere", closesAt: "2099-01-01T07:00" };
  await expect(editSettings(clerk, reopen)).rejects.toMatchObject({ field: "closesAt" });
});

test("a correction closes the poll and opens another, linked both ways, once", async () => {
  const { id } = await createPoll(clerk, pollForm());
  const wanted = { ...pollForm({ question: "Câu hỏi đã sửa?" }), pollId: id, reason: "Sai chính tả" };
  await expect(correctPoll(clerk, wanted)).rejects.toMatchObject({ message: expect.stringContaining("sửa thẳng") });
  const poll = await rowOf(id);
  await castVote(visitor(), solvedVote(poll));

  const twice = await Promise.allSettled([correctPoll(clerk, wanted), correctPoll(clerk, { ...wanted, slug: "nua" })]);
  expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const [before, after] = [await getPoll(poll.slug), await db.poll.findFirst({ where: { predecessorId: id } })];
  expect(before).toMatchObject({ open: false, successor: { slug: after?.slug } });
  expect((await getPoll(after?.slug ?? ""))?.predecessor?.slug).toBe(poll.slug);
  expect((await sentences(id))[0]).toBe("Đóng cuộc thăm dò này và lập cuộc khác thay thế. Lý do: Sai chính tả");
  expect(await sentences(after?.id ?? 0)).toEqual(["Lập để thay một cuộc thăm dò trước. Lý do: Sai chính tả"]);
  expect(await db.seal.count({ where: { pollId: id, closing: true } })).toBe(1);
});
