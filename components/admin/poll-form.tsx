"use client";

import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { ChoiceField, TickField } from "#components/admin/choice-fields.tsx";
import { Submit, TextAreaField, TextField } from "#components/admin/fields.tsx";
import { isoSecond } from "#lib/time.ts";

/** A poll as its form starts with it. */
type PollFields = {
  question: string;
  slug: string;
  kind: "open" | "cells";
  options: { label: string }[];
  maxChoices: number;
  opensAt: Date;
  closesAt: Date | null;
  results: "always" | "after_vote" | "after_close";
  commentsAllowed: boolean;
  placement: "everywhere" | "chosen";
  categoryIds: number[];
  articles: string[];
};

type Category = { id: number; name: string };
type Props = {
  action: FormAction;
  label: string;
  submit: string;
  poll: PollFields;
  categories: Category[];
  /** The poll that is changed or corrected, and the newest line of its log. */
  known?: { id: number; seen: number };
  /** Whether a reason is asked for, which the public log will tell. */
  asksReason?: boolean;
  /** Whether the question can still be changed. */
  isFrozen?: boolean;
  isClosed?: boolean;
};

/** The one form of a poll, new, changed or corrected. */
export const PollForm = ({ action, label, submit, poll, categories, known, asksReason, isFrozen, isClosed }: Props) => (
  <ActionForm action={action} label={label}>
    {known && (
      <>
        <input type="hidden" name="pollId" value={known.id} />
        <input type="hidden" name="seen" value={known.seen} />
      </>
    )}
    {asksReason && (
      <TextField
        name="reason"
        label="Lý do thay thế"
        hint="Mọi người đọc được trong nhật ký của cả hai cuộc. Ví dụ: Ý thứ hai ghi sai tên đường."
        autoComplete="off"
      />
    )}
    {!isFrozen && <Question poll={poll} />}
    {isClosed ? (
      <input type="hidden" name="closesAt" value={poll.closesAt ? isoSecond(poll.closesAt) : ""} />
    ) : (
      <TextField
        name="closesAt"
        label="Giờ đóng"
        optional
        type="datetime-local"
        step={1}
        hint="Từ giây này không nhận phiếu nữa, theo giờ Việt Nam. Để trống thì mở đến khi bạn bấm “Đóng ngay”. Ví dụ: 17:00:00 ngày 15/12/2026."
        defaultValue={poll.closesAt ? isoSecond(poll.closesAt) : ""}
      />
    )}
    <Settings poll={poll} categories={categories} />
    <Submit>{submit}</Submit>
  </ActionForm>
);

const KINDS = [
  { id: "open", name: "Mở cho mọi người", hint: "Ai vào trang cũng bỏ phiếu được, bằng mã xác nhận trong hình." },
  {
    id: "cells",
    name: "Theo chi bộ",
    hint: "Mỗi đảng viên bỏ một phiếu bằng mã in trên phiếu phát tận tay. Kết quả chỉ công bố sau khi đóng.",
  },
];

const Question = ({ poll }: { poll: PollFields }) => (
  <>
    <TextField
      name="question"
      label="Câu hỏi"
      hint="Ví dụ: Ông, bà đánh giá việc tiếp dân của phường thế nào?"
      defaultValue={poll.question}
      autoComplete="off"
    />
    <TextAreaField
      name="options"
      label="Các ý để chọn"
      hint="Mỗi ý một dòng, theo thứ tự sẽ hiện. Muốn đổi thứ tự thì đổi chỗ các dòng. Ví dụ dòng đầu ghi Hài lòng, dòng sau ghi Chưa hài lòng."
      rows={6}
      defaultValue={poll.options.map(({ label }) => label).join("\n")}
    />
    <TextField
      name="maxChoices"
      label="Mỗi phiếu chọn nhiều nhất mấy ý"
      hint="Ví dụ: ghi 1 nếu chỉ chọn một ý, ghi 3 nếu được chọn đến ba ý."
      type="number"
      min={1}
      max={30}
      defaultValue={poll.maxChoices}
    />
    <ChoiceField name="kind" label="Ai bỏ phiếu" choices={KINDS} chosen={[poll.kind]} />
    <TextField
      name="slug"
      label="Đường dẫn"
      optional
      autoComplete="off"
      spellCheck={false}
      hint="Để trống thì lấy theo câu hỏi. Chỉ gồm chữ thường không dấu, số và dấu gạch nối. Ví dụ: danh-gia-tiep-dan."
      defaultValue={poll.slug}
    />
    <TextField
      name="opensAt"
      label="Giờ mở"
      type="datetime-local"
      step={1}
      hint="Theo giờ Việt Nam, đến từng giây. Trước giờ này công chúng không thấy cuộc thăm dò. Ví dụ: 07:00:00 ngày 01/12/2026."
      defaultValue={isoSecond(poll.opensAt)}
    />
  </>
);

const RESULTS = [
  { id: "always", name: "Luôn hiện" },
  {
    id: "after_vote",
    name: "Sau khi bỏ phiếu",
    hint: "Người đã bỏ phiếu xem được ngay; người khác xem được khi đóng.",
  },
  { id: "after_close", name: "Sau khi đóng" },
];
const PLACES = [
  { id: "everywhere", name: "Mọi trang có khung thăm dò" },
  { id: "chosen", name: "Chỉ ở chuyên mục và bài chọn dưới đây" },
];

const Settings = ({ poll, categories }: { poll: PollFields; categories: Category[] }) => (
  <>
    <ChoiceField
      name="results"
      label="Khi nào hiện kết quả"
      hint="Thăm dò theo chi bộ luôn hiện sau khi đóng, dù chọn thế nào ở đây."
      choices={RESULTS}
      chosen={[poll.results]}
    />
    <TickField
      name="commentsAllowed"
      label="Cho ghi thêm ý kiến (hiện ra sau khi bạn duyệt)"
      ticked={poll.commentsAllowed}
    />
    <ChoiceField name="placement" label="Đặt ở đâu" choices={PLACES} chosen={[poll.placement]} />
    <ChoiceField name="categoryIds" label="Chuyên mục" choices={categories} chosen={poll.categoryIds} isMultiple />
    <TextAreaField
      name="articles"
      label="Bài"
      optional
      hint="Địa chỉ của bài, mỗi bài một dòng. Ví dụ: /bai-viet/chi-bo-1-hop-thang-11"
      rows={3}
      spellCheck={false}
      defaultValue={poll.articles.join("\n")}
    />
  </>
);
