"""Finding the quantities of a text. docs/algorithms/numbers.md tells the rules in prose."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache, lru_cache

from giamngheo.foundation.numbers import notquantities, units
from giamngheo.foundation.numbers.quantity import Number, Quantity, exact
from giamngheo.foundation.numbers.words import WORDS, read_words

_ROUGH = ("khoảng", "gần", "hơn", "trên", "dưới", "xấp xỉ", "tối thiểu", "ít nhất", "tối đa", "không quá", "ước", "quá")
_SINGLE = ("hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười")
# No number is spelled without one of these (or one of _SINGLE at the very start); they keep the slow pattern from
# nearly every line.
SPELLING_SIGNS = (
    "mươi", "mười", "trăm", " hai ", " ba ", " bốn ", " sáu ", " bảy ", " bẩy ", " tám ", " chín ",
    "một nghìn", "một ngàn", "một triệu", "một tỷ", "năm nghìn", "năm ngàn", "năm triệu", "năm tỷ",
)  # fmt: skip
_BLANKS = (" ", "\u00a0", "\u202f", "\n")
_FRACTION_OF = ("số", "tổng", "diện", "mức", "dân", "quãng")


@cache
def _numeral() -> re.Pattern[str]:
    return re.compile(r"\d(?<![\w.,]\d)\d*(?:[.,\u00a0]\d+)*")  # begins with what it can skip to


@cache
def _spelled() -> re.Pattern[str]:
    one = "|".join(sorted(WORDS, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{one})(?:\s+(?:{one}))*(?!\w)")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+[23²³]?|%")


@cache
def _in_brackets() -> re.Pattern[str]:
    return re.compile(r"\s*\(\s*((?:[^\W\d_]+\s+)*[^\W\d_]+)\s*\)")


_LONGEST = 60  # characters; Python itself refuses to read thousands of digits


def read_numeral(text: str) -> tuple[Number, Number, Number | None] | None:
    """Digits with separators -> (value, step, other reading).

    "." before three digits separates thousands, "," decimals; a lone "," before three digits after one to three others
    is read as decimal and its other reading kept; what neither rule explains ("1.5", "1,234,567") is read as meant.
    None: no number ("1.2.3"), or longer than any figure is.
    """
    if len(text) > _LONGEST:
        return None
    text = text.replace("\u00a0", ".")
    whole, comma, rest = text.partition(",")
    groups = whole.split(".")
    grouped = len(groups) > 1 and len(groups[0]) <= 3 and all(len(each) == 3 for each in groups[1:])
    if not comma:
        if len(groups) == 1 or (grouped and groups[0] != "0"):
            return int("".join(groups)), 1, (Fraction("".join(groups)) / 1000 if len(groups) == 2 else None)
        if len(groups) == 2:  # 1.5: a decimal point
            return exact(Fraction(text)), Fraction(1, 10 ** len(groups[1])), None
        return None
    if "," in rest or "." in rest:
        return _foreign(text)
    if len(groups) > 1 and not grouped:
        return None
    value = Fraction("".join(groups) + "." + rest)
    thousands = len(groups) == 1 and len(rest) == 3 and len(whole) <= 3 and whole != "0"
    return exact(value), Fraction(1, 10 ** len(rest)), (int(whole + rest) if thousands else None)


def _foreign(text: str) -> tuple[Number, Number, Number | None] | None:
    """1,234,567 and 1,234.56, as spreadsheets set to English print them."""
    whole, _, rest = text.partition(".")
    groups = whole.split(",")
    if len(groups[0]) > 3 or any(len(each) != 3 for each in groups[1:]) or "," in rest or "." in rest:
        return None
    value = Fraction("".join(groups) + ("." + rest if rest else ""))
    return exact(value), Fraction(1, 10 ** len(rest)), None


def read_unit(lowered: str, at: int) -> tuple[str, int, str, int] | None:
    """The unit that stands at `at` (blanks skipped): (unit, scale, base, end). None when no known unit stands there."""
    words: list[tuple[str, int]] = []
    position = at
    while len(words) <= units.LONGEST:
        gap = next(
            (blanks for blanks in range(3) if lowered[position + blanks : position + blanks + 1] not in _BLANKS), 3
        )
        match = _word().match(lowered, position + gap) if gap <= 2 else None
        if match is None:
            break
        words.append((match.group(), match.end()))
        position = match.end()
    if not words:
        return None
    return _per(lowered, _share(words) or _scaled(words) or _named(lowered, words))


def _share(words: list[tuple[str, int]]) -> tuple[str, int, str, int] | None:
    names = [name for name, _ in words]
    for length, unit in ((1, "%"), (2, "phần trăm"), (2, "điểm %"), (3, "điểm phần trăm")):
        if " ".join(names[:length]) == unit:
            base = "điểm %" if unit.startswith("điểm") else "%"
            return base, 1, base, words[length - 1][1]
    return None


def _scaled(words: list[tuple[str, int]]) -> tuple[str, int, str, int] | None:
    """nghìn, triệu, tỷ with what they count; alone, triệu and tỷ are money, nghìn stays open."""
    name, end = words[0]
    if name in units.MONEY:
        return "đồng", 1, "đồng", end
    if name in units.MONEY_SHORT:
        scale, unit = units.MONEY_SHORT[name]
        return unit, scale, "đồng", end
    if name not in units.SCALES:
        return None
    scale, printed = units.SCALES[name]
    if len(words) > 1 and words[1][0] in units.SCALES and units.SCALES[words[1][0]][0] > scale:  # nghìn tỷ
        bigger, name = units.SCALES[words[1][0]]
        scale, printed, end, words = scale * bigger, f"{printed} {name}", words[1][1], words[1:]
    if len(words) > 1 and words[1][0] in units.MONEY:
        return f"{printed} đồng", scale, "đồng", words[1][1]
    counted = _named("", words[1:])
    if counted:
        return f"{printed} {counted[0]}", scale, counted[2], counted[3]
    return (printed, scale, "", end) if scale == 1_000 else (f"{printed} đồng", scale, "đồng", end)


def _named(lowered: str, words: list[tuple[str, int]]) -> tuple[str, int, str, int] | None:
    for length in range(min(units.LONGEST, len(words)), 0, -1):
        unit = units.NAMES.get(" ".join(name for name, _ in words[:length]))
        if unit is None:
            continue
        end = words[length - 1][1]
        if unit in units.PERIODS and lowered[end : end + 6].lstrip()[:1].isdigit():
            return None  # "Quý 2 năm 2023": the word belongs to the next number
        return unit, 1, unit, end
    return None


def _per(lowered: str, found: tuple[str, int, str, int] | None) -> tuple[str, int, str, int] | None:
    """triệu đồng/hộ, %/năm: a rate per something is another unit."""
    if found is None:
        return None
    unit, scale, base, end = found
    slash = end + (lowered[end : end + 1] == " ")
    if lowered[slash : slash + 1] != "/":
        return found
    below: list[tuple[str, int]] = []
    match = _word().match(lowered, slash + 1 + (lowered[slash + 1 : slash + 2] == " "))
    while match and len(below) < units.LONGEST:
        below.append((match.group(), match.end()))
        match = _word().match(lowered, match.end() + 1) if lowered[match.end() : match.end() + 1] == " " else None
    counted = _named("", below)
    return (f"{unit}/{counted[0]}", scale, f"{base}/{counted[0]}", counted[3]) if counted else found


def find_quantities(text: str) -> list[Quantity]:
    """All quantities of `text` in order, not overlapping. Numbers without a known unit have unit ""."""
    return list(_found(text))


@lru_cache(maxsize=4096)
def _found(text: str) -> tuple[Quantity, ...]:
    """Kept for the lines of a few plans: an edited plan is checked again with nearly all of its lines unchanged."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter that changes length in lower case is none of Vietnamese
        lowered = text
    found = _from_digits(text, lowered)
    found += _from_words(text, lowered, found)
    found.sort(key=lambda quantity: quantity.start)
    return tuple(_compounds(text, found))


def _from_digits(text: str, lowered: str) -> list[Quantity]:
    numerals = list(_numeral().finditer(lowered))
    if not numerals:
        return []
    masked = notquantities.masked_spans(lowered, [numeral.span() for numeral in numerals])
    found: list[Quantity] = []
    done = at = 0
    for match in numerals:
        start, end = match.span()
        while at < len(masked) and masked[at][1] <= start:
            at += 1
        if start < done or (at < len(masked) and masked[at][0] < end):
            continue
        quantity = _one(text, lowered, start, end)
        if quantity is not None and _is_amount(lowered, quantity, match.group()):
            found.append(quantity)
            done = quantity.end
    return found


def _one(text: str, lowered: str, start: int, end: int) -> Quantity | None:
    """The quantity whose digits stand at [start, end): range, share of a whole, words in brackets, unit."""
    number = read_numeral(lowered[start:end])
    if number is None:
        return None
    value, step, other = number
    upper: Number | None = None
    out_of: Number | None = None
    second = _second(lowered, end)
    if second is not None:
        kind, after, to = second
        if kind == "range" and after > value:
            upper, end = after, to
        elif kind == "/" and read_unit(lowered, to) is not None:
            out_of, end = after, to
        elif kind == "/" and value < after and lowered[to : to + 9].lstrip().startswith(_FRACTION_OF):
            return Quantity(Fraction(value) / Fraction(after), "phần", start, to, text[start:to], base="phần")
        elif kind == "/":
            return None
    spelled, unit_at = _brackets(lowered, end)
    unit, scale, base, stop = read_unit(lowered, unit_at) or ("", 1, "", end)
    if base in units.COUNTED and scale == 1 and other is not None and step != 1:
        value, other, step = other, value, 1  # "1,500 hộ": households are whole, the comma stands for thousands
    elif other is not None and step == 1:
        other = None  # "1.500" is what the rule says; nobody needs the other reading
    rough = lowered[max(0, start - 12) : start].rstrip().endswith(_ROUGH)
    return Quantity(value, unit, start, stop, text[start:stop], scale, base, step, upper, out_of, other, spelled, rough)


def _second(lowered: str, end: int) -> tuple[str, Number, int] | None:
    """A number joined to the one that ends at `end`: ("range" or "/", value, end)."""
    for joint in ("/", " / ", "-", "–", " - ", " – ", " đến "):
        if lowered.startswith(joint, end):
            match = _numeral_at().match(lowered, end + len(joint))
            number = read_numeral(match.group()) if match else None
            if match and number:
                return ("/" if "/" in joint else "range"), number[0], match.end()
    return None


@cache
def _numeral_at() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.,\u00a0]\d+)*(?![/\w])")


def _brackets(lowered: str, end: int) -> tuple[int | None, int]:
    """ "22 (hai mươi hai) hộ": the number in words and where the unit is to be looked for."""
    if lowered[end : end + 2].lstrip()[:1] != "(":
        return None, end
    match = _in_brackets().match(lowered, end)
    spelled = read_words(match.group(1)) if match else None
    return (spelled, match.end()) if match and spelled is not None else (None, end)


def _is_amount(lowered: str, quantity: Quantity, digits: str) -> bool:
    """False for names ("Dự án 2"), ages, years and codes that carry no unit."""
    if quantity.base == "tuổi":
        return False
    label = notquantities.label_before(lowered, quantity.start)
    if label is not None and (notquantities.names_always(label) or not quantity.unit):
        return False
    bare_code = not quantity.unit and digits.isdigit()
    if bare_code and ((len(digits) == 4 and digits[:2] in ("19", "20")) or (len(digits) > 1 and digits[0] == "0")):
        return False
    return not (len(digits) > 2 and digits[0] == "0" and digits.isdigit())


def _from_words(text: str, lowered: str, taken: list[Quantity]) -> list[Quantity]:
    """Numbers in words before a unit. A lone "một" or "năm" is an article or a year more often than a number."""
    found: list[Quantity] = []
    if not any(words in lowered for words in SPELLING_SIGNS) and not lowered.startswith(_SINGLE):
        return found
    at = 0
    for match in _spelled().finditer(lowered):
        words = match.group().split()
        start, end = match.span()
        while at < len(taken) and taken[at].end <= start:
            at += 1
        if at < len(taken) and taken[at].start < end:
            continue
        while words and words[0] in ("năm", "không", "mốt", "tư") and read_words(" ".join(words)) is None:
            start += len(words.pop(0)) + 1  # "trong năm hai mươi hộ": the year is no digit
        if not words or (len(words) == 1 and words[0] not in _SINGLE):
            continue
        value = read_words(" ".join(words))
        unit = read_unit(lowered, end) if value is not None else None
        if value is None or unit is None or unit[0] in ("tháng", "quý") or unit[0].endswith("tuổi"):
            continue
        name, scale, base, stop = unit
        found.append(Quantity(value, name, start, stop, text[start:stop], scale, base))
    return found


def _compounds(text: str, found: list[Quantity]) -> list[Quantity]:
    """1 tỷ 200 triệu đồng is one amount, in the smaller unit."""
    joined: list[Quantity] = []
    for quantity in found:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.is_money
            and quantity.is_money
            and before.scale > quantity.scale
            and not text[before.end : quantity.start].strip()
            and not before.text.lower().endswith(("đồng", "đ", "vnđ", "vnd"))
        ):
            value = exact(Fraction(before.amount) / quantity.scale + quantity.value)
            whole = text[before.start : quantity.end]
            joined[-1] = quantity._replace(value=value, start=before.start, text=whole, rough=before.rough)
        else:
            joined.append(quantity)
    return joined
