/** How far a browser looks for what a page says of its own bytes. */
const start = 1024;

const marks: [string, number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Where a page or a style sheet names its encoding. */
const named = [/<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i, /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)/i, /^@charset\s+"([\w.:-]+)"/i];

/**
 * Reads the text of a page or a style sheet as a browser would: by the mark at
 * its start, by what it says itself, else as UTF-8, and as Windows-1252 when it
 * can't be that.
 */
export function textOf(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  const mark = marks.find(([, wanted]) => wanted.every((byte, i) => bytes[i] === byte));
  if (mark) return new TextDecoder(mark[0]).decode(bytes);
  const decoder = decoderOf(new TextDecoder("windows-1252").decode(bytes.subarray(0, start)));
  if (decoder) return decoder.decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Undefined where nothing is named, or a name that no browser knows. */
function decoderOf(head: string): TextDecoder | undefined {
  const text = head.replace(/<!--[\s\S]*?-->/g, "");
  const name = named.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
  // What can be read as ASCII is not UTF-16, whatever it says.
  if (name === undefined || /^utf-?16/i.test(name)) return undefined;
  try {
    return new TextDecoder(name);
  } catch {
    return undefined;
  }
}
