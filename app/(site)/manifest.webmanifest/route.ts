import { getSite } from "#lib/site/queries.ts";

export const dynamic = "force-dynamic";

/** Lets a phone put the site on its home screen. */
export async function GET() {
  const { committee } = await getSite();
  const manifest = {
    name: `Chuyên mục Đảng – ${committee}`,
    short_name: "Chuyên mục Đảng",
    lang: "vi",
    start_url: "/",
    display: "browser",
    background_color: "#fcfaf5",
    theme_color: "#da251d",
    icons: [
      { src: "/bieu-tuong.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/bieu-tuong-180.png", type: "image/png", sizes: "180x180" },
      { src: "/bieu-tuong-512.png", type: "image/png", sizes: "512x512" },
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { "content-type": "application/manifest+json" } });
}
