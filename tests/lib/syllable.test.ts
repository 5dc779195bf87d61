import { expect, test } from "vitest";
import { isVietnameseSyllable } from "#lib/syllable.ts";

const TEXT =
  "Đảng ủy phường Đông Thanh quyết định thành lập các chi bộ trực thuộc giữ gìn quê hương khuya khoắt nghiêng ngả " +
  "giếng nước xoong nồi thuở xưa rượu hoặc yêu thương yết kiến quyển sách huỳnh huỵch nguyễn uỷ thuý gì giặc ngoằn ngoèo";

test("what people write is well formed, in both forms of Unicode", () => {
  const words = TEXT.split(" ");
  expect(words.filter((word) => !isVietnameseSyllable(word))).toEqual([]);
  expect(words.filter((word) => !isVietnameseSyllable(word.normalize("NFD")))).toEqual([]);
});

test.each(["phöôøng", "nh©n", "gịán", "tróngg", "hộix", "các̀", "tiềc", "Việtnam"])("%s is not", (word) => {
  expect(isVietnameseSyllable(word)).toBe(false);
});
