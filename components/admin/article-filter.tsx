import type { ListState } from "#lib/articles/list-schema.ts";

const STATES: Record<ListState, string> = {
  draft: "Bản nháp",
  submitted: "Chờ duyệt",
  toApprove: "Chờ bạn duyệt",
  awaiting: "Chờ người khác duyệt",
  returned: "Bị trả lại",
  scheduled: "Hẹn giờ đăng",
  overdue: "Quá giờ hẹn",
  live: "Đang đăng",
  changed: "Đang đăng, có thay đổi chưa đăng",
  owed: "Đăng trước, chưa duyệt",
  stale: "Hơn một năm chưa xem lại",
  withdrawn: "Đã gỡ",
  archived: "Lưu trữ",
};

type Choice = { id: number; name: string };
type Props = {
  /** The address's own words. */
  query: Record<string, string | undefined>;
  categories: Choice[];
  cells: Choice[];
  /** Empty for those who see no articles but their own. */
  authors: Choice[];
  canApprove: boolean;
};

/** Filters in the address, so that a list can be kept as a bookmark. */
export function ArticleFilter({ query, categories, cells, authors, canApprove }: Props) {
  const states = Object.entries(STATES)
    .map(([id, name]) => ({ id, name }))
    .filter(({ id }) => canApprove || id !== "toApprove");
  const isNarrow = ["chuyen-muc", "chi-bo", "nguoi-viet", "tu", "den"].some((name) => query[name]);
  return (
    <search>
      <form className="filter" action="/quan-tri/bai-viet" aria-label="Lọc danh sách bài">
        <div className="field">
          <label htmlFor="q">Tìm theo tên bài</label>
          <p className="hint" id="q-goi-y">
            Có dấu hay không đều được. Ví dụ: ket nap dang vien
          </p>
          <input id="q" name="q" type="search" defaultValue={query["q"]} aria-describedby="q-goi-y" />
        </div>
        <Select name="trang-thai" label="Trạng thái" none="Mọi bài" choices={states} query={query} />
        <button type="submit" className="btn alt">
          Tìm
        </button>
        <details open={isNarrow}>
          <summary>Lọc thêm</summary>
          <div className="filter">
            <Select name="chuyen-muc" label="Chuyên mục" none="Mọi chuyên mục" choices={categories} query={query} />
            <Select name="chi-bo" label="Chi bộ" none="Mọi chi bộ" choices={cells} query={query} />
            {authors.length > 0 && (
              <Select name="nguoi-viet" label="Người viết" none="Mọi người" choices={authors} query={query} />
            )}
            <Day name="tu" label="Ngày đăng từ" query={query} />
            <Day name="den" label="đến hết ngày" query={query} />
          </div>
        </details>
      </form>
    </search>
  );
}

type Field = { name: string; label: string; query: Props["query"] };
type SelectProps = Field & { none: string; choices: { id: number | string; name: string }[] };

const Select = ({ name, label, none, choices, query }: SelectProps) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    <select id={name} name={name} defaultValue={query[name]}>
      <option value="">{none}</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </select>
  </div>
);

const Day = ({ name, label, query }: Field) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    <input id={name} name={name} type="date" defaultValue={query[name]} />
  </div>
);
