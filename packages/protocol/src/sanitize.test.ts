// Text from a container, before a terminal or a page shows it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sanitizeText } from "./sanitize.js";

describe("sanitizeText", () => {
  test.each([
    ["colours", "\x1b[31mred\x1b[0m", "red"],
    ["one-byte CSI", "\x9b31mred", "red"],
    ["OSC 52, which writes the clipboard", "a\x1b]52;c;cm0gLXJm\x07b", "ab"],
    ["OSC 8, a link that says another place", "\x1b]8;;http://evil\x1b\\safe\x1b]8;;\x1b\\", "safe"],
    ["a title without an end", "a\x1b]0;title", "a"],
    ["a carriage return that overwrites", "password: \rharmless", "password:  harmless"],
    ["line ends", "a\r\nb\nc", "a b c"],
    ["bells, backspaces, NUL and DEL", "a\x07\x08\x00\x7fb", "ab"],
    ["C1 controls", "a\x85\x84b", "ab"],
    ["overrides of the direction", "abc\u202egpj.exe\u2066x\u2069", "abcgpj.exex"],
    ["zero-width characters", "a\u200b\u200d\ufeff\u2060b", "ab"],
    ["tags and variation selectors", "a\u{e0041}\ufe0fb", "ab"],
    ["line and paragraph separators", "a\u2028b\u2029c", "abc"],
    ["lone surrogates", "a\ud800b\udc00", "a\ufffdb\ufffd"],
    ["reset of the terminal", "a\x1bcb", "ab"],
    ["an escape at the end", "a\x1b", "a"],
  ])("takes out %s", (_, text, safe) => expect(sanitizeText(text)).toBe(safe));

  test("leaves what people write", () => {
    const text = "Größe 90 % <b>naïve</b> 日本語 😀 עברית";
    expect(sanitizeText(text)).toBe(text);
  });

  test("keeps line ends and tabs where asked", () => {
    expect(sanitizeText("a\r\n\tb\rc", { multiline: true })).toBe("a\n\tb\nc");
  });

  test("shortens by whole code points and says so", () => {
    expect(sanitizeText("😀😀😀", { maxLength: 3 })).toBe("😀😀😀");
    expect(sanitizeText("😀😀😀😀", { maxLength: 3 })).toBe("😀😀…");
    expect(sanitizeText("abc", { maxLength: 0 })).toBe("");
  });

  test("is linear in a text made to be slow", () => {
    for (const unit of ["\x1b[", "\x1b]", "\x1b[0;", "\x9b ", "\u202e", "\ud800"]) {
      const started = performance.now();
      sanitizeText(unit.repeat(300_000));
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });

  test("leaves nothing unsafe of any text, and nothing to do a second time", () => {
    const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Surrogate}]/u;
    const characters = fc.oneof(
      fc.constantFrom("\x1b", "[", "]", "\x07", "\x9b", "m", ";", "\r", "\n", "\u202e", "\ud800", "\udc00"),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(characters), fc.option(fc.nat(20), { nil: undefined }), (parts, maxLength) => {
        const safe = sanitizeText(parts.join(""), maxLength === undefined ? {} : { maxLength });
        expect(safe).not.toMatch(unsafe);
        expect(sanitizeText(safe)).toBe(safe);
        if (maxLength !== undefined) expect([...safe].length).toBeLessThanOrEqual(maxLength);
      }),
      { numRuns: 5000 },
    );
  });
});
