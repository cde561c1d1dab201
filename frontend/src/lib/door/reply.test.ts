import { describe, expect, test } from "vitest";
import { Fault, faultOf } from "./fault";
import { readReply } from "./reply";

function faultFrom(text: string): Fault {
  try {
    readReply(text);
  } catch (cause) {
    return cause as Fault;
  }
  throw new Error("no fault");
}

describe("readReply", () => {
  test("gives the result", () => {
    expect(readReply('{"result":{"id":"a"}}')).toEqual({ id: "a" });
  });

  test("throws the fault with its field", () => {
    const fault = faultFrom(
      '{"fault":{"code":"invalid","key":"error.service_name_empty","args":{"field":"name"},"message":"Vul een naam in.","detail":"d"}}',
    );
    expect(fault).toBeInstanceOf(Fault);
    expect([fault.code, fault.field, fault.message, fault.detail]).toEqual(["invalid", "name", "Vul een naam in.", "d"]);
  });

  test.each(["", "null", "{}", "<html>login</html>", '{"result"'])("calls %j unreadable", (text) => {
    expect(faultFrom(text).code).toBe("unreadable");
  });
});

describe("faultOf", () => {
  test("keeps a fault", () => {
    const fault = new Fault({ code: "full", key: "k", message: "m", detail: "d" });
    expect(faultOf(fault)).toBe(fault);
  });

  test.each([
    ["an error", new TypeError("Failed to fetch"), "TypeError: Failed to fetch"],
    ["a string, as Wails rejects", "panic", "panic"],
    ["nothing", undefined, "undefined"],
  ])("takes %s for nobody answering", (_, cause, detail) => {
    const fault = faultOf(cause);
    expect([fault.code, fault.message, fault.detail, fault.field]).toEqual(["unreachable", "", detail, ""]);
  });
});
