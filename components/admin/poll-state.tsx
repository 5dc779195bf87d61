const STATES = { coming: "Chưa mở", open: "Đang mở", closed: "Đã đóng" };

export const PollState = ({ state }: { state: keyof typeof STATES }) => (
  <span className="tag" data-state={state === "open" ? "changed" : state}>
    {STATES[state]}
  </span>
);
