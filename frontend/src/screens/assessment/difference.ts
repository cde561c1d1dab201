/** A part of a text: in both, only in the earlier, or only in the later one. */
export interface Part {
  kind: "same" | "removed" | "added";
  text: string;
}

/** With more words than this, one text simply takes the place of the other. */
const mostWords = 600;

/** Gives what changed between two texts, word by word (longest common subsequence). */
export function difference(from: string, to: string): Part[] {
  const [before, after] = [words(from), words(to)];
  if (before.length > mostWords || after.length > mostWords) return joined([...whole("removed", from), ...whole("added", to)]);
  const lengths = table(before, after);
  const parts: Part[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && old === fresh) {
      parts.push({ kind: "same", text: old });
      i++;
      j++;
    } else if (old !== undefined && (fresh === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      parts.push({ kind: "removed", text: old });
      i++;
    } else if (fresh !== undefined) {
      parts.push({ kind: "added", text: fresh });
      j++;
    }
  }
  return joined(parts);
}

function words(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

function whole(kind: Part["kind"], text: string): Part[] {
  return text === "" ? [] : [{ kind, text }];
}

/** Length of the longest common subsequence of what follows each place. */
function table(before: string[], after: string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i];
      const below = lengths[i + 1];
      if (!row || !below) continue;
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function joined(parts: Part[]): Part[] {
  const runs: Part[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else runs.push({ ...part });
  }
  return runs;
}
