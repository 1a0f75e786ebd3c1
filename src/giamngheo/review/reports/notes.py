"""What is printed under a table: how its columns were read, and what is not known."""

from __future__ import annotations

from django.utils.translation import gettext as _

from giamngheo.review.reports.columns import Sets


def nothing(sets: Sets) -> list[str]:
    """What every table says: cases of a preliminary table that nobody surveyed yet."""
    if not sets.laid.waiting:
        return []
    return [_("Còn %(n)s hộ của đợt chưa khảo sát: tính theo loại hộ đang được công nhận.") % {"n": sets.laid.waiting}]


def of_movements(sets: Sets) -> list[str]:
    """How relapses and moves within the commune are counted, and whose lines these are."""
    told = [
        *nothing(sets),
        _("Tái nghèo, tái cận nghèo: hộ đã từng thuộc diện trước đầu kỳ, theo danh sách có trong phần mềm; "
          "thời hạn tính tái nghèo chưa thấy trong văn bản."),
        _("Hộ chuyển thôn mà vẫn giữ loại hộ: khác giảm ở thôn cũ, khác tăng ở thôn mới. "
          "Người tăng, giảm trong hộ vẫn giữ loại hộ tính vào khác tăng, khác giảm."),
    ]  # fmt: skip
    if sets.closings:
        told.insert(0, _("Theo số liệu đã chốt của %(n)s đơn vị.") % {"n": len({e.unit_id for e in sets.closings})})
    return told


def of_indicators(sets: Sets) -> list[str]:
    """Whose indicators these are, or why there are none; where deprivations come from."""
    if sets.no_indicators:
        why = {"standard": sets.standard or "–", "why": sets.no_indicators}
        return [*nothing(sets), _("Chưa lập được theo từng chỉ số. %(standard)s: %(why)s.") % why]
    return [
        *nothing(sets),
        _("Chỉ số của chuẩn: %(standard)s.") % {"standard": sets.standard},
        _("Thiếu hụt theo quyết định gần nhất còn hiệu lực (sơ bộ: theo phiếu khảo sát)."),
    ]


def of_groups(sets: Sets) -> list[str]:
    """Whose household is a minority one; groups overlap."""
    return [
        *nothing(sets),
        _minority(),
        _(
            "Một hộ có thể thuộc nhiều nhóm, nên các cột không cộng thành tổng. "
            "Dòng nhân khẩu: mọi thành viên của các hộ ấy."
        ),
        *_not_assessed(sets),
    ]


def of_ethnic_groups(sets: Sets) -> list[str]:
    """Columns are those of the groups that are there."""
    return [*nothing(sets), _minority(), _("Khác: hộ chưa rõ dân tộc của chủ hộ.")]


def of_causes(sets: Sets) -> list[str]:
    """Several causes a household."""
    return [
        *nothing(sets),
        _("Tính cho hộ nghèo; một hộ có thể có nhiều nguyên nhân."),
        *_not_assessed(sets),
    ]


def of_children(sets: Sets) -> list[str]:
    """Who is a child, what counts as lacking."""
    unknown = sum(1 for home in sets.homes.values() if home.value and home.children.number and not home.children.known)
    told = [
        *nothing(sets),
        _("Trẻ em: thành viên dưới 16 tuổi. Thiếu hụt y tế: chưa có bảo hiểm y tế (từ đủ 6 tuổi) hoặc suy dinh dưỡng, "
          "mỗi trẻ tính một lần."),
    ]  # fmt: skip
    if unknown:
        told.append(
            _("%(n)s hộ có trẻ em mà không có câu trả lời về từng trẻ (phiếu giấy, danh sách cũ): chưa tính.")
            % {"n": unknown}
        )
    return told


def of_the_standard(sets: Sets) -> list[str]:
    """How shares and groups were read; what was left out."""
    return [
        *nothing(sets),
        _minority(),
        _("Nhân khẩu theo dân tộc của từng người. Tỷ lệ: so với số hộ chung, số hộ Kinh, số hộ dân tộc thiểu số."),
        _("Không có cột dân tộc tại chỗ: chỉ dùng ở Tây Nguyên."),
        *_not_assessed(sets),
    ]


def of_lists(sets: Sets) -> list[str]:
    """What the words of the column about newness mean; what was left out."""
    return [
        *nothing(sets),
        _("Mới, tái, cũ: so với ngày %(day)s.") % {"day": f"{sets.opening_on:%d/%m/%Y}"},
        _("Không có cột dân tộc tại chỗ (chỉ dùng ở Tây Nguyên)."),
        str(sets.beside.note)
        if sets.beside
        else _("Bảng này không tính hỗ trợ đã nhận: hỗ trợ đã bàn giao ghi ở mục Hỗ trợ, xem ở trang của từng hộ."),
        *_not_assessed(sets),
    ]


def _minority() -> str:
    return _("Hộ dân tộc thiểu số: hộ có chủ hộ là người dân tộc thiểu số (cách hiểu của phần mềm; định nghĩa chưa thấy trong văn bản).")  # fmt: skip  # noqa: E501


def _not_assessed(sets: Sets) -> list[str]:
    number = sum(1 for home in sets.homes.values() if home.value and not home.assessed)
    if not number:
        return []
    return [
        _("%(n)s hộ chưa có phiếu khảo sát trong phần mềm: chưa rõ khả năng lao động và nguyên nhân.") % {"n": number}
    ]
