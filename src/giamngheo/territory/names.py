"""How unit names are taken apart and compared. No Django: the data builder and the packaged register share it."""

from __future__ import annotations

from giamngheo.foundation.text import fold, squeeze

# Words before a name, longest first, and what they may mean. "Thành phố" is of province or of district level.
KIND_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("thành phố", ("municipality", "city")),
    ("thị trấn", ("township",)),
    ("đặc khu", ("special_zone",)),
    ("phường", ("ward",)),
    ("thị xã", ("town",)),
    ("huyện", ("rural_district",)),
    ("tỉnh", ("province",)),
    ("quận", ("urban_district",)),
    ("xã", ("commune",)),
    ("tp.", ("municipality", "city")),
    ("tp", ("municipality", "city")),
    ("tx.", ("town",)),
    ("tt.", ("township",)),
)
_FOLDED_WORDS = tuple((fold(word), len(word.split()), kinds) for word, kinds in KIND_WORDS)
_DASHES = str.maketrans({"-": " ", "–": " ", "—": " ", "’": "'", "‘": "'", "ʼ": "'", "`": "'"})


def key(name: str) -> str:
    """Key of a name without its kind word: "Bà Rịa – Vũng Tàu" == "Bà Rịa-Vũng Tàu", "hoà" == "hòa", "01" == "1"."""
    words = fold(name.translate(_DASHES)).split()
    return " ".join(str(int(word)) if word.isdecimal() else word for word in words)


def split_kind(name: str) -> tuple[tuple[str, ...], str]:
    """("commune",) and "Hoằng Phú" of "xã Hoằng Phú"; no kinds and the whole name where no kind word leads it."""
    words = squeeze(name).split(" ")
    for folded, length, kinds in _FOLDED_WORDS:
        if len(words) > length and fold(" ".join(words[:length])) == folded:
            return kinds, " ".join(words[length:])
    return (), " ".join(words)


def as_kinds(words: tuple[str, ...]) -> frozenset[str]:
    """Kinds given as our identifiers ("commune") or as Vietnamese words ("xã"), as identifiers."""
    found: set[str] = set()
    for word in words:
        folded = fold(word)
        matches = [kinds for known, _, kinds in _FOLDED_WORDS if known == folded]
        found.update(matches[0] if matches else (word,))
    return frozenset(found)


def one_edit_apart(left: str, right: str) -> bool:
    """Whether one letter inserted, removed or replaced makes `left` into `right` (equal strings: False)."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    short, long = sorted((left, right), key=len)
    at = next((i for i, char in enumerate(short) if char != long[i]), len(short))
    rest = short[at:] if len(short) < len(long) else short[at + 1 :]
    return rest == long[at + 1 :]
