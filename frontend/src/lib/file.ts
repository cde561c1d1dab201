import type { OpenedFile } from "./door/types";

/** Reads a file that the user chose, for the program. */
export async function readFile(file: File): Promise<OpenedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  const piece = 0x8000; // more arguments than that overflow the stack
  for (let at = 0; at < bytes.length; at += piece) text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return { name: file.name, data: btoa(text) };
}
