const HERE = "http://here.invalid";
const HOME = "/quan-tri";

/** Where to go after signing in: an address inside the editors' area, whatever the link asked for. */
export function returnPath(wanted: unknown) {
  const url = typeof wanted === "string" ? URL.parse(wanted, HERE) : null;
  if (url?.origin !== HERE || !/^\/quan-tri(\/|$)/.test(url.pathname) || /dang-nhap|thiet-lap/.test(url.pathname))
    return HOME;
  return `${url.pathname}${url.search}`;
}
