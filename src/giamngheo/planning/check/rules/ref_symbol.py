"""A cited document's symbol: number, year, type and issuer written as NĐ 30/2020 writes them.

Prose: docs/algorithms/check-references.md, section 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.citations import Citation, citations
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.symbols import TYPES, judge

_SOURCE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3; Phụ lục III"
MALFORMED = CATALOGUE.add(
    "REF-SYMBOL",
    Severity.ERROR,
    title=("Số, ký hiệu văn bản viết sai", "A document's symbol is malformed"),
    message=("“{symbol}” sai thể thức: {reason_vi}.", "“{symbol}” is malformed: {reason_en}."),
    fixes=(
        ("Sửa thành {right}.", "Write {right}."),
        (
            "Mở văn bản gốc và chép lại số, ký hiệu ở đầu trang.",
            "Open the document itself and copy its number and symbol.",
        ),
    ),
    source=_SOURCE,
)
INCOMPLETE = CATALOGUE.add(
    "REF-SYMBOL-INCOMPLETE",
    Severity.WARNING,
    title=("Số, ký hiệu văn bản thiếu thành phần", "A document's symbol lacks a part"),
    message=("“{symbol}” thiếu {missing_vi}.", "“{symbol}” lacks {missing_en}."),
    fixes=(
        ("Bổ sung {missing_vi}, ví dụ {example}.", "Add {missing_en}, for example {example}."),
        (
            "Mở văn bản gốc và chép lại số, ký hiệu ở đầu trang.",
            "Open the document itself and copy its number and symbol.",
        ),
    ),
    source=_SOURCE,
)
WORD = CATALOGUE.add(
    "REF-TYPE-WORD",
    Severity.ERROR,
    title=("Tên loại văn bản trái với ký hiệu", "The type named disagrees with the symbol"),
    message=(
        "Gọi là {word} nhưng ký hiệu {symbol} là của {actual}.",
        "It is called {word}, but the symbol {symbol} is that of {actual}.",
    ),
    fixes=(
        ("Nếu tên loại đúng, sửa ký hiệu thành {right}.", "If the type is right, write {right}."),
        ("Nếu ký hiệu đúng, gọi văn bản là {actual}.", "If the symbol is right, call the document {actual}."),
    ),
    source=_SOURCE,
)
UNKNOWN = CATALOGUE.add(
    "REF-TYPE-UNKNOWN",
    Severity.WARNING,
    title=("Chữ viết tắt tên loại không có trong quy định", "The type's abbreviation is not one of the decree"),
    message=(
        "Trong “{symbol}”, “{token}” không phải chữ viết tắt tên loại văn bản.",
        "In “{symbol}”, “{token}” is no abbreviation of a type of document.",
    ),
    fixes=(
        ("{advice_vi}", "{advice_en}"),
        (
            "Tra bảng chữ viết tắt tên loại (Phụ lục III Nghị định 30/2020/NĐ-CP).",
            "See the list of abbreviations in Annex III of Decree 30/2020/NĐ-CP.",
        ),
    ),
    source=_SOURCE,
)
SPACES = CATALOGUE.add(
    "REF-SYMBOL-SPACES",
    Severity.INFO,
    title=("Có khoảng trắng trong số, ký hiệu", "There are spaces inside a symbol"),
    message=(
        "“{symbol}” có khoảng trắng; giữa số, dấu “/”, dấu “-” không cách chữ.",
        "“{symbol}” has spaces; there are none around “/” and “-”.",
    ),
    fixes=(
        ("Viết liền: {right}.", "Write it together: {right}."),
        ("Thay mọi chỗ cùng lỗi bằng lệnh Tìm và thay thế.", "Replace all of them with Find and Replace."),
    ),
    source=_SOURCE,
)
LETTER = CATALOGUE.add(
    "REF-LETTER",
    Severity.INFO,
    title=("Công văn không có chữ viết tắt tên loại", "An official letter has no type abbreviation"),
    message=(
        "“{symbol}” dùng “CV”; ký hiệu công văn chỉ có cơ quan và đơn vị soạn thảo.",
        "“{symbol}” uses “CV”; the symbol of a letter names only the issuer and the drafting unit.",
    ),
    fixes=(
        ("Viết theo dạng {right}-<đơn vị soạn thảo>.", "Write {right}-<drafting unit>."),
        (
            "Nếu văn bản gốc ghi đúng như vậy, giữ nguyên và bỏ qua.",
            "If the letter itself is marked so, keep it and dismiss this.",
        ),
    ),
    source=_SOURCE,
)
_REASON = {
    "type-missing": ("thiếu chữ viết tắt tên loại văn bản", "the type's abbreviation is missing"),
    "glued": ("thiếu dấu “-” giữa tên loại và cơ quan ban hành", "the hyphen between type and issuer is missing"),
    "dash": ("sau năm phải là dấu “/”", "a “/” must follow the year"),
}
_MISSING = {
    "issuer-missing": ("chữ viết tắt cơ quan ban hành", "the issuer's abbreviation"),
    "year-missing": ("năm ban hành", "the year of issue"),
}


@rule
def symbols_are_written_in_form(context: Context) -> Iterator[Finding]:
    """Each malformed symbol at each place it stands: every one of them has to be corrected."""
    for citation in citations(context):
        if citation.fault.fault:
            yield from _fault(citation)
        if citation.spaced:
            right = "".join(citation.right.split())
            yield SPACES.at(citation.line, citation.symbol, symbol=citation.symbol, right=right)


@rule
def own_symbol_is_written_in_form(context: Context) -> Iterator[Finding]:
    """The document's own "Số: 32/KHUBND"."""
    own = context.document.reference
    if own is None or not own.symbol.strip():
        return
    shown = own.text or own.raw or own.printed
    fault = judge(own.number.strip(), "", "".join(own.symbol.split()), "")
    if fault.fault == "glued":
        vi, en = _REASON["glued"]
        symbol = f"{own.number}/{own.symbol}"
        quote = symbol if symbol in shown else shown
        right = fault.right if own.number.strip() else fault.right.removeprefix("/")
        yield MALFORMED.at(own.place.line, quote, symbol=symbol, right=right, reason_vi=vi, reason_en=en)


def _fault(citation: Citation) -> Iterator[Finding]:
    fault, right, symbol = citation.fault.fault, citation.right, citation.symbol
    line, quote, first = citation.line, citation.quote, citation.code.split("-")[0]
    if fault in _REASON:
        vi, en = _REASON[fault]
        yield MALFORMED.at(line, quote, symbol=symbol, right=right, reason_vi=vi, reason_en=en)
    elif fault in _MISSING:
        vi, en = _MISSING[fault]
        year = f"{citation.issued.year}/" if citation.issued else "<năm>/"
        example = f"{citation.number}/{year}{citation.code}" if fault == "year-missing" else f"{symbol.rstrip()}-UBND"
        yield INCOMPLETE.at(line, quote, symbol=symbol, missing_vi=vi, missing_en=en, example=example)
    elif fault == "type-word" and not _names_what_approved_it(citation):
        word = TYPES.get(citation.word, "Công văn")
        yield WORD.at(line, quote, word=word, symbol=symbol, actual=TYPES[first], right=right)
    elif fault == "type-unknown":
        yield UNKNOWN.at(line, quote, symbol=symbol, token=first, **_advice(citation))
    elif fault == "letter":
        yield LETTER.at(line, quote, symbol=symbol, right=right)


def _names_what_approved_it(citation: Citation) -> bool:
    """ "Đề án ... phê duyệt tại Quyết định": what is approved bears the number of the decision that approved it."""
    return citation.code.startswith("QĐ-") and citation.word in ("ĐA", "DA", "CTr", "KH", "PA", "QC", "QyĐ")


def _advice(citation: Citation) -> dict[str, Any]:
    if citation.fault.right:
        return {"advice_vi": f"Sửa thành {citation.right}.", "advice_en": f"Write {citation.right}."}
    return {
        "advice_vi": "Mở văn bản gốc và chép lại số, ký hiệu.",
        "advice_en": "Open the document itself and copy its symbol.",
    }
