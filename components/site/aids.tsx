const SIZES = [
  { id: "co-1", name: "Chữ vừa" },
  { id: "co-2", name: "Chữ to" },
  { id: "co-3", name: "Chữ rất to" },
];

const TOOLS = [
  { className: "nghe-doc", name: "Nghe đọc", icon: "M4 9v6h4l5 4V5L8 9zM17 8.5a5 5 0 0 1 0 7M19.5 6a9 9 0 0 1 0 12" },
  { className: "in-bai", name: "In bài", icon: "M7 9V3h10v6M7 18H4V9h16v9h-3M7 14h10v7H7z" },
  {
    className: "chep-lien-ket",
    name: "Chép liên kết",
    icon: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1",
  },
];

/** Text size works by style sheet alone; the three tools stay hidden until public/site.js wakes those that can work. */
export const Aids = () => (
  <div className="aids">
    <fieldset>
      <legend>Cỡ chữ</legend>
      {SIZES.map(({ id, name }, index) => (
        <label key={id}>
          <input type="radio" name="co" id={id} defaultChecked={index === 0} aria-label={name} />
          <span aria-hidden="true">A</span>
        </label>
      ))}
    </fieldset>
    {TOOLS.map(({ className, name, icon }) => (
      <button key={className} className={`btn alt ${className}`} type="button" hidden>
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path d={icon} />
        </svg>
        <span>{name}</span>
      </button>
    ))}
  </div>
);
