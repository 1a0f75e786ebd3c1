"""Posts and people written two ways: the same officer must be one officer to the reader.

Prose: docs/algorithms/check-names.md, section 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.text import bare, fold
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, Passage, rule
from giamngheo.planning.check.letters import UPPER

POST = CATALOGUE.add(
    "NAME-POST",
    Severity.INFO,
    title=("Một chức danh viết hai cách", "One post is named two ways"),
    message=(
        "“{name}” ({count} lần) và “{other}” ({others} lần) có thể là một chức danh.",
        "“{name}” ({count} times) and “{other}” ({others} times) may be one post.",
    ),
    fixes=(
        ("Dùng một tên chức danh theo quyết định phân công.", "Use one name, that of the decision on duties."),
        ("Nếu là hai người, ghi rõ nhiệm vụ riêng của mỗi người.", "If they are two officers, say what each one does."),
    ),
)
PERSON = CATALOGUE.add(
    "NAME-PERSON",
    Severity.WARNING,
    title=("Tên một người viết hai cách", "A person's name is spelt two ways"),
    message=("“{name}” và “{other}” chỉ khác dấu.", "“{name}” and “{other}” differ in accents only."),
    fixes=(
        ("Thống nhất theo giấy tờ của người đó.", "Use the spelling of the person's papers."),
        ("Nếu là hai người, ghi thêm chức vụ.", "If they are two people, add their posts."),
    ),
)
_LONG_FORMS = (
    ("lđ - tbxh", "lao động thương binh xã hội"),
    ("lđ-tbxh", "lao động thương binh xã hội"),
    ("lđtbxh", "lao động thương binh xã hội"),
    ("lđ-tb&xh", "lao động thương binh xã hội"),
    ("lđ - tb&xh", "lao động thương binh xã hội"),
    ("tb&xh", "thương binh xã hội"),
    ("tbxh", "thương binh xã hội"),
    ("vh-tt", "văn hóa thông tin"),
    ("vh-xh", "văn hóa xã hội"),
    ("vhxh", "văn hóa xã hội"),
    ("đc-xd", "địa chính xây dựng"),
)


_TITLES = (" ông ", " bà ", "Ông ", "Bà ", "đồng chí", "Đồng chí", "đ/c")
_HEADS = ("ông chức ", "án bộ ")
_NO_POST = (
    "làm", "được", "có", "ở", "các", "và", "xã", "cấp", "thôn", "quản lý", "nữ", "của", "là", "tham gia", "trong",
    "thông tin", "chi", "viên", "theo", "kiêm", "cơ sở", "phụ trách", "đoàn", "chuyên trách", "bán", "nào", "để",
)  # fmt: skip
_STOPS = (
    "chủ trì", "phối hợp", "tham mưu", "xây dựng", "chịu", "có", "tổng hợp", "theo dõi", "hướng dẫn", "là",
    "làm", "của", "xã", "và các", "thực hiện", "đôn đốc", "báo cáo", "lập", "rà soát", "cùng", "cấp",
    "cập nhật", "trình", "nhập", "kiểm tra", "niêm yết", "chuẩn bị", "gửi", "lưu", "tiếp nhận", "nộp",
    "công khai", "ghi", "giúp", "và công", "và Công", "và Cán", "và cán", "và trưởng", "và phó", "và chủ",
    "và bí", "và ban", "và hội",
)  # fmt: skip


def _posts(text: str) -> Iterator[tuple[str, str]]:
    """Name and quote of each post: what follows "công chức" up to its verb or a mark."""
    for head in _HEADS:
        at = text.find(head)
        while at > 0:
            start = at + len(head)
            name = _name(text[start : start + 90])
            if text[at - 1] in "Cc" and len(name) > 3 and not f"{name} ".startswith(tuple(f"{no} " for no in _NO_POST)):
                yield name, text[at - 1 : start + len(name)]
            at = text.find(head, start)


def _name(after: str) -> str:
    end = min((at for at in map(after.find, ",.;:()|") if at >= 0), default=len(after))
    padded = after[:end] + " "
    for stop in _STOPS:
        at = padded.find(f" {stop} ")
        if 0 < at < end:
            end = at
    return after[:end].rstrip()


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|đ/c)\s*:?\s+(?P<name>[{UPPER}]\w+(?:\s+[{UPPER}]\w+){{1,4}})")


def _words(name: str) -> frozenset[str]:
    text = fold(name)
    for short, long in _LONG_FORMS:
        text = text.replace(short, fold(long))
    small = ("và", "-", "phụ", "trách", "-,")
    plain = "".join(char if char.isalnum() or char == "ˉ" else " " for char in text)
    return frozenset(word for word in plain.split() if word not in small and not word.startswith("phuj"))


@rule
def posts_are_named_one_way(context: Context) -> Iterator[Finding]:
    """Posts whose words are the same, or all contained in those of the other. Reported where the rarer stands first."""
    posts: dict[str, list[tuple[Passage, str]]] = {}
    for passage in context.body:
        for name, quote in _posts(passage.text):
            posts.setdefault(fold(name), []).append((passage, quote))
    keys = sorted(posts, key=lambda key: -len(posts[key]))
    for index, key in enumerate(keys):
        for other in keys[index + 1 :]:
            one, two = _words(key), _words(other)
            if len(one) > 1 and len(two) > 1 and (one <= two or two <= one):
                (_, usual), (where, quote) = posts[key][0], posts[other][0]
                yield POST.at(
                    where.line, quote, name=usual, count=len(posts[key]), other=quote, others=len(posts[other])
                )


@rule
def people_are_spelt_one_way(context: Context) -> Iterator[Finding]:
    """Names after "ông", "bà", "đồng chí", and the signer's. Two named side by side in one line are two people."""
    told = [
        (passage, match["name"])
        for passage in context.everything
        if any(word in passage.text for word in _TITLES)
        for match in _person().finditer(passage.text)
    ]
    if not told:
        return
    together: dict[tuple[int, str], set[str]] = {}
    for passage, name in told:
        together.setdefault((passage.line, bare(name)), set()).add(fold(name))
    two = {key for (_, key), names in together.items() if len(names) > 1}
    first: dict[str, str] = {}
    signer = context.document.signature
    if signer and signer.name:
        first[bare(signer.name)] = signer.name
    for passage, name in told:
        known = first.setdefault(bare(name), name)
        if bare(name) not in two and fold(known) != fold(name):
            yield PERSON.at(passage.line, name, name=name, other=known)
