/** Place holder for the committee's official emblem. */
export const Emblem = () => (
  <svg viewBox="0 0 48 48" aria-hidden="true">
    <path fill="#da251d" d="M0 0h48v48H0z" />
    <path fill="#ffcd00" d="m24 8 3.8 11.6h12.2l-9.9 7.2 3.8 11.6-9.9-7.2-9.9 7.2 3.8-11.6L8 19.6h12.2z" />
  </svg>
);
