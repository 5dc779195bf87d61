import { Node } from "@tiptap/core";
import Image from "@tiptap/extension-image";
import { NodeSelection } from "@tiptap/pm/state";

const attribute = (name: string) => ({
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute(name),
});
const PICTURE_ATTRIBUTES = Object.fromEntries(
  ["src", "alt", "role", "width", "height"].map((name) => [name, attribute(name)]),
);

/** A picture within a line, as old articles have them. */
const InlinePicture = Image.extend({ addAttributes: () => PICTURE_ATTRIBUTES }).configure({
  inline: true,
  allowBase64: true, // pasted ones, until they are in the library
});

/** A picture that stands by itself, in a figure. */
const FigurePicture = Node.create({
  name: "figurePicture",
  selectable: true,
  addAttributes: () => PICTURE_ATTRIBUTES,
  parseHTML: () => [{ tag: "img[src]", context: "figure/", priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ["img", HTMLAttributes],
});

const FigureCaption = Node.create({
  name: "figcaption",
  content: "inline*",
  parseHTML: () => [{ tag: "figcaption" }],
  renderHTML: () => ["figcaption", 0],
});

/** A figure goes with its last picture. */
const Figure = Node.create({
  name: "figure",
  group: "block",
  content: "figurePicture+ figcaption?",
  isolating: true,
  parseHTML: () => [{ tag: "figure", getAttrs: (element) => (element.querySelector("img") ? {} : false) }],
  renderHTML: () => ["figure", 0],
  addKeyboardShortcuts() {
    const removeWhole = () => {
      const { selection } = this.editor.state;
      if (!(selection instanceof NodeSelection) || selection.node.type.name !== "figurePicture") return false;
      return this.editor.commands.deleteNode("figure");
    };
    return { Backspace: removeWhole, Delete: removeWhole };
  },
});

export const PICTURES = [InlinePicture, FigurePicture, FigureCaption, Figure];
