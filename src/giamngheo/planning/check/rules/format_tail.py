"""Boxes 7 and 9b and the last words: authority of the signer, recipients, "./.".

Prose: docs/algorithms/check-format.md, section 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.paperwork.document import Signature
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule

_ANNEX = "Nghị định 30/2020/NĐ-CP, Phụ lục I"
_EXPORT = ("Xuất văn bản từ hệ thống để thể thức tự đúng.", "Export the document from the system: its form is right.")
AUTHORITY = CATALOGUE.add(
    "FORMAT-AUTHORITY",
    Severity.WARNING,
    title=("Quyền hạn ký ghi chưa đúng", "The signing authority is not stated in form"),
    message=("“{text}”: {what_vi}.", "“{text}”: {what_en}."),
    fixes=(
        (
            "Ghi ba dòng: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH.",
            "Write three lines: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH.",
        ),
        (
            "Nếu là văn bản của Chủ tịch, ghi cơ quan ban hành là Chủ tịch Ủy ban nhân dân.",
            "If it is the chairman's own paper, name the chairman as issuer.",
        ),
    ),
    source=f"{_ANNEX}, mục II.7",
)
UNSIGNED = CATALOGUE.add(
    "FORMAT-SIGNATURE",
    Severity.INFO,
    title=("Thiếu chữ ký hoặc họ tên người ký", "The signature or the signer's name is missing"),
    message=("{what_vi}.", "{what_en}."),
    fixes=(("Ghi quyền hạn, chức vụ và họ tên người ký.", "State authority, post and name of the signer."), _EXPORT),
    source=f"{_ANNEX}, mục II.7",
)
RECIPIENTS = CATALOGUE.add(
    "FORMAT-RECIPIENTS",
    Severity.WARNING,
    title=("Thiếu nơi nhận", "There are no recipients"),
    message=("Văn bản không có phần “Nơi nhận”.", "The document has no “Nơi nhận”."),
    fixes=(
        ("Thêm “Nơi nhận:” với từng nơi và “Lưu: VT, …”.", "Add “Nơi nhận:” with each recipient and “Lưu: VT, …”."),
        _EXPORT,
    ),
    source=f"{_ANNEX}, mục II.9",
)
ITEM = CATALOGUE.add(
    "FORMAT-RECIPIENT-MARK",
    Severity.INFO,
    title=("Dấu cuối dòng nơi nhận chưa đúng", "A recipient's line does not end as it should"),
    message=("Dòng “{text}” phải kết thúc bằng “{mark}”.", "The line “{text}” must end with “{mark}”."),
    fixes=(("Ghi “{right}”.", "Write “{right}”."), _EXPORT),
    source=f"{_ANNEX}, mục II.9: cuối mỗi dòng “;”, dòng cuối “.”",
)
FILED = CATALOGUE.add(
    "FORMAT-FILED",
    Severity.INFO,
    title=("Dòng “Lưu” chưa đúng", "The line “Lưu” is not in form"),
    message=("“{text}”: {what_vi}.", "“{text}”: {what_en}."),
    fixes=(("Ghi “{right}”.", "Write “{right}”."), _EXPORT),
    source=f"{_ANNEX}, mục II.9: “Lưu: VT, đơn vị soạn thảo.”",
)
CLOSING = CATALOGUE.add(
    "FORMAT-CLOSING",
    Severity.INFO,
    title=("Cuối văn bản thiếu “./.”", "The text does not end with “./.”"),
    message=("Nội dung kết thúc ở “…{tail}” mà không có “./.”.", "The text ends at “…{tail}” without “./.”."),
    fixes=(("Thêm “./.” sau chữ cuối cùng.", "Put “./.” after the last word."), _EXPORT),
    source=f"{_ANNEX}, mục II.6",
)


@rule
def tail_follows_the_decree(context: Context) -> Iterator[Finding]:
    """A document without issuer and signature is a piece of text, not an official document: nothing is asked of it."""
    document = context.document
    if not (document.issuer or document.signature):
        return
    yield from _closing(context)
    yield from _recipients(context)
    if document.signature is None:
        yield UNSIGNED.at(what_vi="Không thấy phần ký", what_en="There is no signature")
    else:
        yield from _signature(context, document.signature)


def _closing(context: Context) -> Iterator[Finding]:
    document = context.document
    if document.closing:
        text, line = document.closing.text, document.closing.place.line
    else:
        passages = [each for each in context.body if each.node and not each.node.rows]
        if not passages:
            return
        text, line = passages[-1].text, passages[-1].line
    if not text.rstrip().endswith("./."):
        tail = " ".join(text[-120:].split()[-6:])
        yield CLOSING.at(line, tail, tail=tail)


def _recipients(context: Context) -> Iterator[Finding]:
    items = context.document.recipients
    if not items:
        if context.document.doc_type not in ("BB", "HĐ", "BGN"):  # these go to those who sign them
            yield RECIPIENTS.at()
        return
    for item in items[:-1]:
        if not item.text.rstrip().endswith(";"):
            right = item.text.rstrip(" .,;") + ";"
            yield ITEM.at(item.place.line, item.text, text=item.text, mark=";", right=right)
    last = items[-1]
    text = last.text.strip()
    if not text.startswith("Lưu"):
        yield FILED.at(
            last.place.line,
            last.text,
            text=text,
            right="Lưu: VT.",
            what_vi="dòng cuối phải là “Lưu”",
            what_en="the last line must be “Lưu”",
        )
        return
    if ";" in text:
        right = text.replace(";", ",").rstrip(",. ") + "."
        yield FILED.at(
            last.place.line,
            last.text,
            text=text,
            right=right,
            what_vi="sau “VT” là dấu phẩy, không phải dấu chấm phẩy",
            what_en="a comma follows “VT”, not a semicolon",
        )
    elif not text.endswith("."):
        yield ITEM.at(last.place.line, last.text, text=text, mark=".", right=text.rstrip(" ,;") + ".")


def _signature(context: Context, signature: Signature) -> Iterator[Finding]:
    lines = [line.upper().strip() for line in signature.authority]
    if not signature.name:
        yield UNSIGNED.at(
            signature.place.line,
            signature.authority[0] if signature.authority else "",
            what_vi="Không thấy họ tên người ký",
            what_en="The signer's name is not there",
        )
    if not lines or _is_chairmans(context):
        return
    behalf = any(line.startswith(("TM.", "TM ")) for line in lines)
    deputy = next((i for i, line in enumerate(lines) if line.startswith(("KT.", "KT "))), None)
    committee = any(
        "ỦY BAN NHÂN DÂN" in line.text.upper() or "UỶ BAN NHÂN DÂN" in line.text.upper() or "UBND" in line.text
        for line in context.document.issuer
    )
    where, shown = signature.place.line, signature.authority[0]
    if committee and not behalf and any("CHỦ TỊCH" in line for line in lines):
        yield AUTHORITY.at(
            where,
            shown,
            text=shown,
            what_vi="thiếu “TM. ỦY BAN NHÂN DÂN” phía trên",
            what_en="“TM. ỦY BAN NHÂN DÂN” is missing above it",
        )
    if deputy is None and any(line.startswith("PHÓ CHỦ TỊCH") for line in lines):
        shown = next(line for line in signature.authority if line.upper().startswith("PHÓ"))
        yield AUTHORITY.at(
            where,
            shown,
            text=shown,
            what_vi="cấp phó ký phải có “KT. CHỦ TỊCH” phía trên",
            what_en="a deputy signs under “KT. CHỦ TỊCH”",
        )


def _is_chairmans(context: Context) -> bool:
    """Decisions of the chairman, not of the committee, are signed without "TM."."""
    enacted = context.document.enacted_by
    if enacted is not None and enacted.text.upper().startswith("CHỦ TỊCH"):
        return True
    return any(line.text.upper().startswith("CHỦ TỊCH") for line in context.document.issuer)
