"""Figures and plain words of a comparison: what may be concluded of a question, and what may not of the whole."""

from __future__ import annotations

from fractions import Fraction

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from giamngheo.analysis.measures.before_after import LEAST, Change, Compared, Level, Said
from giamngheo.analysis.measures.disclosure import THRESHOLD, hidden
from giamngheo.analysis.measures.panel import Interval
from giamngheo.foundation.numbers import format_number
from giamngheo.monitoring.models import NoResponse
from giamngheo.monitoring.surveys.design import Question
from giamngheo.office.monitoring_surveys.comparing import Comparison, Line
from giamngheo.standards.release import Text

HIDDEN = "…"  # a small count that stays inside
NOTHING = "–"
PATCHY = 90  # per cent; our decision


def title(question: Question) -> str:
    """The question in the language asked for."""
    return question.en if get_language() == "en" else question.vi


def value(number: float | None, *, money: bool) -> str:
    """A share as 61,1 %, money as 1.250.000 đồng."""
    if number is None:
        return NOTHING
    if money:
        return _("%(sum)s đồng") % {"sum": format_number(Fraction(round(number)))}
    return f"{format_number(Fraction(number) * 100, 1)} %"


def change(number: float | None, *, money: bool) -> str:
    """With its sign: +3,2 điểm %, −120.000 đồng."""
    if number is None:
        return NOTHING
    size = format_number(Fraction(round(abs(number)))) if money else format_number(Fraction(abs(number)) * 100, 1)
    sign = "" if size.strip("0,") == "" else "−" if number < 0 else "+"
    words = _("%(sign)s%(size)s đồng") if money else _("%(sign)s%(size)s điểm %%")
    return words % {"sign": sign, "size": size}


def interval(ends: Interval | None, *, money: bool, signed: bool = False) -> str:
    """Both ends without their unit; a dash where there is none."""
    if ends is None:
        return NOTHING
    return _("%(low)s đến %(high)s") % {
        "low": _end(ends.low, money=money, signed=signed), "high": _end(ends.high, money=money, signed=signed)
    }  # fmt: skip


def chance(p: float | None) -> str:
    """A p-value to three decimals."""
    if p is None:
        return NOTHING
    return "< 0,001" if p < 0.001 else format_number(Fraction(p), 3)


def error(level: Level | Change, *, money: bool) -> str:
    """A standard error in the unit of its value."""
    held = level.estimate.error if level.estimate is not None else None
    if held is None:
        return NOTHING
    return format_number(Fraction(round(held))) if money else format_number(Fraction(held) * 100, 1)


def concluded(found: Change, *, money: bool) -> str:
    """What the change of a question lets one say."""
    return {
        Said.FEW: _("Dưới %(least)s hộ: không kết luận.") % {"least": LEAST},
        Said.NONE: _("Không tính được khoảng tin cậy: không kết luận."),
        Said.UNCLEAR: _("Chưa phân biệt được với không đổi."),
        Said.LESS: _("Giảm rõ.") if money else _("Thiếu hụt giảm rõ."),
        Said.MORE: _("Tăng rõ.") if money else _("Thiếu hụt tăng rõ."),
    }[found.said]


def concluded_help(found: Compared) -> str:
    """What the difference of two groups lets one say: never that the help did it."""
    if found.help is None:
        return NOTHING
    told = found.help
    words = {
        Said.FEW: _("Một trong hai nhóm dưới %(least)s hộ: không kết luận.") % {"least": LEAST},
        Said.NONE: _("Không tính được khoảng tin cậy: không kết luận."),
        Said.UNCLEAR: _("Chưa thấy hai nhóm thay đổi khác nhau."),
        Said.LESS: _("Hộ được hỗ trợ tăng ít hơn hoặc giảm nhiều hơn."),
        Said.MORE: _("Hộ được hỗ trợ tăng nhiều hơn hoặc giảm ít hơn."),
    }[told.difference.said]
    return f"{words} {_apart()}" if told.apart else words


def cautions(found: Comparison, *, public: bool = False) -> list[str]:
    """What may not be concluded, with this survey's numbers; in what leaves the office without small ones."""
    panel, questions = found.panel, len(found.lines)
    gone = panel.first - panel.both
    words = [
        _("Hộ được hỗ trợ không được chọn ngẫu nhiên: chênh lệch giữa hai nhóm không phải là tác động của hỗ trợ."),
        _("Hộ thiếu hụt nhiều nhất lúc đầu thường khá lên một phần dù không được hỗ trợ, và cũng hay được hỗ trợ hơn."),
        _("Khoảng tin cậy chứa số 0 không có nghĩa là không có gì thay đổi: chỉ là mẫu này chưa cho thấy."),
        _("Hỏi %(number)s câu một lúc: cứ khoảng 20 câu không đổi thì một câu vẫn “thay đổi rõ” do ngẫu nhiên.")
        % {"number": questions},
    ]  # fmt: skip
    if gone and public and any(hidden([gone])):
        words.insert(0, _("Một số ít hộ (dưới %(least)s) đã trả lời ở đợt trước không có trong đợt sau.")
                     % {"least": THRESHOLD})  # fmt: skip
    elif gone:
        share = format_number(Fraction(100 * gone, panel.first), 1)
        words.insert(0, ngettext(
            "%(gone)s hộ đã trả lời ở đợt trước (%(share)s %%) không có trong đợt sau; nếu những hộ ấy khác hộ còn lại"
            " thì kết quả lệch, mà không kiểm tra được.",
            "%(gone)s hộ đã trả lời ở đợt trước (%(share)s %%) không có trong đợt sau; nếu những hộ ấy khác hộ còn lại"
            " thì kết quả lệch, mà không kiểm tra được.",
            gone,
        ) % {"gone": gone, "share": share})  # fmt: skip
    if panel.both < LEAST:
        words.insert(0, _("Chỉ %(both)s hộ có câu trả lời ở cả hai đợt, dưới %(least)s: không kết luận gì về thay đổi.")
                     % {"both": panel.both, "least": LEAST})  # fmt: skip
    if panel.helped is None:
        words.append(_("Bạn không có quyền xem sổ hỗ trợ nên không so được hộ có và không được hỗ trợ."))
    else:
        words.append(_("“Không được hỗ trợ” là không có trong sổ hỗ trợ; hỗ trợ ngoài sổ thì không biết."))
    words += [
        _("%(question)s: ít nhất một đợt có dưới %(share)s %% số hộ trả lời cho biết câu này; đừng so mức của hai đợt,"
          " chỉ đọc thay đổi của hộ có cả hai.") % {"question": title(line.question), "share": PATCHY}
        for line in found.lines if _patchy(found, line)
    ]  # fmt: skip
    silent = max((each.silent for line in found.lines for each in line.compared[:2]), default=0)
    if silent:
        words.append(_("Có câu hỏi mà %(silent)s thôn không có câu trả lời nào: số của câu ấy không gồm các thôn này.")
                     % {"silent": silent})  # fmt: skip
    if panel.lent:
        words.append(_("%(lent)s phiếu lấy từ rà soát hộ nghèo: cách hỏi và lý do hỏi khác với hỏi trực tiếp.")
                     % {"lent": panel.lent})  # fmt: skip
    return words


def may(found: Comparison, *, public: bool = False) -> list[str]:
    """What may be concluded: whose change stands out, after a sentence that says of whom; or that there is none."""
    clear = [each for each in found.lines if each.compared.change.said in (Said.LESS, Said.MORE)]
    if not clear:
        return [_("Không câu hỏi nào cho thấy thay đổi rõ giữa hai đợt.")]
    seen = [each for each in clear if each.shown.change or not public]
    if not seen:
        return [_("Có thay đổi rõ nhưng không nêu vì số hộ quá ít.")]
    opening = _("Trong các hộ của khung chọn, từ %(first)s đến %(second)s, thay đổi rõ (khoảng tin cậy 95 %% không"
                " chứa số 0):") % {
        "first": found.first.get_kind_display(), "second": found.second.get_kind_display()
    }  # fmt: skip
    return [opening, *(_changed(each) for each in seen)]


def reasons(found: Comparison) -> list[tuple[str, int]]:
    """Why households gave no answers in the second wave."""
    return [(str(NoResponse(why).label), number) for why, number in found.panel.reasons]


def _patchy(found: Comparison, line: Line) -> bool:
    """Whether so many left the question open in a wave that its levels are of other households."""
    waves = zip(line.compared[:2], (found.panel.first, found.panel.second), strict=True)
    return any(100 * level.number < PATCHY * answered for level, answered in waves)


def _apart() -> str:
    return _("Hai nhóm đã khác nhau từ đầu.")


def _changed(line: Line) -> str:
    told, money = line.compared.change, line.compared.money
    return _("%(question)s: %(change)s (%(interval)s), tính trên %(number)s hộ có câu trả lời ở cả hai đợt.") % {
        "question": title(line.question), "number": told.number,
        "change": change(told.estimate.value if told.estimate else None, money=money),
        "interval": interval(told.interval, money=money, signed=True),
    }  # fmt: skip


def _end(number: float, *, money: bool, signed: bool) -> str:
    size = format_number(Fraction(round(abs(number)))) if money else format_number(Fraction(abs(number)) * 100, 1)
    zero = size.strip("0,") == ""
    sign = "−" if number < 0 and not zero else "+" if signed and not zero else ""
    return f"{sign}{size}"


def kept_inside() -> str:
    """Instead of what may not leave the office."""
    return _("Không nêu: số hộ quá ít.")


def either(words: Text) -> str:
    """One of two languages."""
    return words.en if get_language() == "en" else words.vi
