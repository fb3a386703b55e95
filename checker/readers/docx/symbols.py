"""Characters of symbol fonts as the sign they print."""

from __future__ import annotations

_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: "•",
    0xA0: "▪", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x22: "✂", 0x28: "☎", 0x2A: "✉",
    0x46: "☞", 0x4A: "☺", 0x52: "☼", 0x73: "⬥", 0x78: "⌧",
}  # fmt: skip
_SYMBOL_LETTERS = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
}
_SYMBOL = {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
    0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
    0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xE5: "∑", 0xA2: "′", 0x2D: "−",
    **_SYMBOL_LETTERS,
}  # fmt: skip
_UNKNOWN = "\ufffd"


def sign(code: int, font: str) -> str:
    """Return the sign that a character of a font prints, U+FFFD where it is not known."""
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    name = font.lower()
    if "wingdings" in name or "webdings" in name:
        return _WINGDINGS.get(low, _UNKNOWN)
    if name == "symbol":
        return _SYMBOL.get(low) or (chr(low) if 0x20 <= low < 0x7F else _UNKNOWN)
    if code == low:
        return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else _UNKNOWN
    return _SYMBOL.get(low) or _WINGDINGS.get(low) or _UNKNOWN


def plain(text: str, font: str) -> str:
    """Return the mark of a bullet as it is seen: private characters as signs, an o of Courier as a ring."""
    if text.strip() == "o" and "courier" in font.lower():
        return "◦"
    if font.lower() in ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"):
        return "".join(sign(ord(c), font) for c in text).replace(_UNKNOWN, "•")
    return "".join(sign(ord(c), font) if 0xE000 <= ord(c) <= 0xF8FF else c for c in text).replace(_UNKNOWN, "•")
