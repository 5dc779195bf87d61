import { Parser } from "htmlparser2";
import type { Stylesheet } from "#lib/server/next/stylesheets.ts";

type Cut = { from: number; to: number; put: string };
type Attributes = Record<string, string>;

/**
 * Takes out of a page that Next rendered what only React in a browser needs: scripts (JSON-LD and the site's own stay),
 * preloads, comments, the empty place for streamed metadata. Stylesheet links become inline styles. The rest is copied
 * to the letter. `remnants` names what a page without script could not show: content that was streamed in late. `status`
 * is what the page asks for by `<meta name="status">`, if it does: Next lets a page be nothing but found or missing.
 *
 * Inline styles, measured on the seed article: a second request for one immutable file costs a first visit a whole round
 * trip before anything is painted, the style costs later pages some 4 kB each, which prefetching hides.
 */
export function freeze(html: string, readStylesheet: (href: string) => Stylesheet) {
  const { cuts, styleHashes, remnants, status } = findCuts(html, readStylesheet);
  let frozen = "";
  let at = 0;
  for (const { from, to, put } of cuts.sort((a, b) => a.from - b.from)) {
    if (from < at) continue; // inside a piece already cut
    frozen += html.slice(at, from) + put;
    at = to;
  }
  return { html: frozen + html.slice(at), styleHashes, remnants, status };
}

function findCuts(html: string, readStylesheet: (href: string) => Stylesheet) {
  const cuts: Cut[] = [];
  const styleHashes: string[] = [];
  const remnants: string[] = [];
  let script: { from: number; keep: boolean } | undefined;
  let emptyPlace: number | undefined;
  let status: number | undefined;

  const openings: Record<string, (attributes: Attributes, from: number, to: number) => void> = {
    script: (attributes, from) => {
      script = { from, keep: isOurScript(attributes) };
    },
    link: (attributes, from, to) => {
      if (attributes["rel"] === "stylesheet") {
        const { css, hash } = readStylesheet(attributes["href"] ?? "");
        styleHashes.push(hash);
        cuts.push({ from, to, put: `<style>${css}</style>` });
      } else if (isForHydration(attributes)) cuts.push({ from, to, put: "" });
    },
    meta: ({ name, content }, from, to) => {
      if (name === "status") status = Number(content);
      if (name === "status" || name === "next-size-adjust") cuts.push({ from, to, put: "" });
    },
    template: ({ id = "" }) => {
      if (/^[BPS]:/.test(id)) remnants.push(`<template id="${id}">`);
    },
    div: ({ hidden, id = "", ...others }, from) => {
      if (hidden === undefined) return;
      if (/^S:/.test(id)) remnants.push(`<div hidden id="${id}">`);
      else if (!id && Object.keys(others).length === 0) emptyPlace = from;
    },
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        emptyPlace = undefined;
        openings[name]?.(attributes, parser.startIndex, parser.endIndex + 1);
      },
      ontext() {
        emptyPlace = undefined;
      },
      onclosetag(name) {
        const to = parser.endIndex + 1;
        if (name === "script" && script && !script.keep) cuts.push({ from: script.from, to, put: "" });
        if (name === "script") script = undefined;
        if (name === "div" && emptyPlace !== undefined) cuts.push({ from: emptyPlace, to, put: "" });
        emptyPlace = undefined;
      },
      oncomment: () => void cuts.push({ from: parser.startIndex, to: parser.endIndex + 1, put: "" }),
    },
    { decodeEntities: false, recognizeSelfClosing: false },
  );
  parser.end(html);
  return { cuts, styleHashes, remnants, status };
}

const isOurScript = ({ type, src = "", ...rest }: Attributes) =>
  type === "application/ld+json" || rest["data-site"] !== undefined || /^\/site\.js(?:\?|$)/.test(src);

const isForHydration = ({ rel = "", as = "" }: Attributes) =>
  rel === "modulepreload" || rel === "expect" || (rel === "preload" && (as === "script" || as === "style"));
