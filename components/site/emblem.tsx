/** The flag's star; a place holder until the committee puts its official file here. */
export const Emblem = () => (
  <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
    <path fill="#da251d" d="M0 0h48v48H0z" />
    <path fill="#ffcd00" d="m24 8 3.8 11.6H40l-9.9 7.2 3.8 11.6-9.9-7.2-9.9 7.2 3.8-11.6L8 19.6h12.2z" />
  </svg>
);
