const NEVER = [
  "/quan-tri",
  "/quan-tri/*",
  "/api/*",
  "/ma-xac-nhan",
  "/ma-xac-nhan/*",
  "/tep/*",
  "/*.xml",
  "/*\\?*loi=*",
];

const where = {
  and: [
    { href_matches: "/*" },
    { not: { href_matches: NEVER } },
    { not: { selector_matches: "[rel~=nofollow], [download], [target]" } },
  ],
};

/**
 * What a browser may fetch before a click: a page on hover, the whole view once the finger is down.
 * Challenge images are lazy and hidden until an option is chosen, so that a page fetched ahead asks for none.
 */
export const SPECULATION_RULES = JSON.stringify({
  prefetch: [{ where, eagerness: "moderate" }],
  prerender: [{ where, eagerness: "conservative" }],
});
