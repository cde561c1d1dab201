import type { OpenedFile } from "./door/types";

/** Writes bytes as base64. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  const piece = 0x8000; // more arguments than that overflow the stack
  for (let at = 0; at < bytes.length; at += piece) text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}

/** Reads a file that the user chose, for the program. */
export async function readFile(file: File): Promise<OpenedFile> {
  return { name: file.name, data: base64(new Uint8Array(await file.arrayBuffer())) };
}
