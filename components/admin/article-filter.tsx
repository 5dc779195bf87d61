const STATES = [
  ["", "Mọi bài"],
  ["draft", "Bản nháp"],
  ["submitted", "Chờ duyệt"],
  ["returned", "Bị trả lại"],
  ["scheduled", "Hẹn giờ đăng"],
  ["overdue", "Quá giờ hẹn"],
  ["live", "Đang đăng"],
  ["changed", "Có thay đổi chưa đăng"],
  ["owed", "Đăng trước, chưa duyệt"],
  ["stale", "Hơn một năm chưa xem lại"],
  ["withdrawn", "Đã gỡ"],
  ["archived", "Lưu trữ"],
] as const;

type Props = { state: string | undefined; words: string | undefined };

/** Filters in the address, so that a list can be kept as a bookmark. */
export const ArticleFilter = ({ state, words }: Props) => (
  <search>
    <form className="filter" action="/quan-tri" aria-label="Lọc danh sách bài">
      <div className="field">
        <label htmlFor="q">Tìm theo tên bài</label>
        <input id="q" name="q" type="search" defaultValue={words} />
      </div>
      <div className="field">
        <label htmlFor="trang-thai">Trạng thái</label>
        <select id="trang-thai" name="trang-thai" defaultValue={state}>
          {STATES.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="btn alt">
        Tìm
      </button>
    </form>
  </search>
);
