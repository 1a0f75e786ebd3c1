"""Why the register refuses: its catalogue, and the exceptions that carry findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from giamngheo.foundation.findings import Catalogue, Entry, Finding, FindingError, Severity

CATALOGUE = Catalogue("register of households")
Pair = tuple[str, str]


class Refused(FindingError):  # noqa: N818 reads as what happened
    """Nothing was written. `findings`: every reason, at least one; `line` of each counts the members given from 1."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(findings[0])
        self.findings: Sequence[Finding] = findings


class Stale(Refused):
    """Somebody wrote the row meanwhile. `theirs`: field → (as you saw it, as it is now)."""

    def __init__(self, finding: Finding, theirs: Mapping[str, tuple[Any, Any]]) -> None:
        super().__init__(finding)
        self.theirs = theirs


def refuse(entry: Entry, line: int | None = None, **values: Any) -> Refused:
    """The refusal of one finding, to be raised."""
    return Refused(entry.at(line, **values))


def _add(code: str, title: Pair, message: Pair, *fixes: Pair) -> Entry:
    return CATALOGUE.add(f"REGISTER-{code}", Severity.ERROR, title=title, message=message, fixes=fixes)


_DAY = ("Sửa lại ngày.", "Correct the day.")
_EARLIER = (
    "Hoàn tác hoặc đính chính việc sau, rồi ghi lại theo thứ tự.",
    "Undo or correct the later event, then enter both in order.",
)

DAY_FUTURE = _add(
    "DAY-FUTURE", ("Ngày chưa đến", "A day to come"),
    ("Ngày {day} chưa đến; sổ chỉ ghi việc đã qua.", "{day} has not come yet; the register holds what happened."),
    _DAY, ("Chờ đến ngày đó rồi ghi.", "Wait until that day."),
)  # fmt: skip
BEFORE_HOUSEHOLD = _add(
    "BEFORE-HOUSEHOLD", ("Trước khi có hộ", "Before the household was formed"),
    ("Ngày {day} trước ngày lập hộ {household} ({formed}).", "{household} was formed on {formed}, after {day}."),
    _DAY, ("Đính chính ngày lập hộ nếu ghi sai.", "Correct the day the household was formed if it is wrong."),
)  # fmt: skip
OUT_OF_ORDER = _add(
    "OUT-OF-ORDER", ("Sai thứ tự", "Out of order"),
    ("Ngày {day} không sau “{later_vi}” của {whom} (từ {later_day}, ghi ở thay đổi số {change}).",
     "{day} is not after “{later_en}” of {whom} (since {later_day}, entered as change {change})."),
    _EARLIER, ("Sửa lại ngày của việc đang ghi.", "Correct the day of what is being entered."),
)  # fmt: skip
BEFORE_BIRTH = _add(
    "BEFORE-BIRTH", ("Trước khi sinh", "Before the birth"),
    ("Ngày {day} trước ngày sinh của {name} ({birth}).", "{day} is before the birth of {name} ({birth})."),
    _DAY, ("Đính chính ngày sinh nếu ghi sai.", "Correct the birth if it is wrong."),
)  # fmt: skip
AFTER_DEATH = _add(
    "AFTER-DEATH", ("Sau khi mất", "After the death"),
    ("{name} đã mất ngày {died}.", "{name} died on {died}."),
    ("Chọn lại người.", "Choose another person."),
    ("Hoàn tác việc ghi mất nếu ghi nhầm.", "Undo the death if it was entered by mistake."),
)  # fmt: skip
HOUSEHOLD_ENDED = _add(
    "HOUSEHOLD-ENDED", ("Hộ đã kết thúc", "The household has ended"),
    ("Hộ {household} đã kết thúc ngày {ended}.", "Household {household} ended on {ended}."),
    ("Chọn hộ khác.", "Choose another household."),
    ("Hoàn tác việc đã kết thúc hộ nếu ghi nhầm.", "Undo what ended it if that was a mistake."),
)  # fmt: skip
ALREADY_MEMBER = _add(
    "ALREADY-MEMBER", ("Đang ở hộ khác", "In another household"),
    ("{name} đang là thành viên của {where_vi}.", "{name} is a member of {where_en}."),
    ("Ghi chuyển đi (hoặc tách hộ, nhập hộ) ở hộ kia trước.", "Enter the departure, split or merge there first."),
    ("Chọn lại người nếu trùng tên.", "Choose another person if only the names agree."),
)  # fmt: skip
NOT_MEMBER = _add(
    "NOT-MEMBER", ("Không phải thành viên", "Not a member"),
    ("{name} không phải thành viên của hộ {household} vào ngày {day}.",
     "{name} is no member of household {household} on {day}."),
    ("Chọn lại người hoặc hộ.", "Choose another person or household."), _DAY,
)  # fmt: skip
NO_HOUSEHOLD = _add(
    "NO-HOUSEHOLD", ("Không ở hộ nào", "In no household"),
    ("{name} hiện không ở hộ nào trong sổ.", "{name} is in no household of the register now."),
    ("Ghi chuyển đến trước.", "Enter the arrival first."), ("Chọn lại người.", "Choose another person."),
)  # fmt: skip
NOBODY = _add(
    "NOBODY", ("Không có ai", "Nobody named"),
    ("Chưa nêu người nào.", "Nobody is named."),
    ("Chọn ít nhất một người.", "Choose at least one person."),
    ("Bỏ việc này nếu không ai thay đổi.", "Leave it if nobody changes."),
)  # fmt: skip
TWICE = _add(
    "TWICE", ("Nêu hai lần", "Named twice"),
    ("{name} được nêu hai lần.", "{name} is named twice."),
    ("Bỏ bớt một lần.", "Take one out."), ("Chọn người khác cho dòng kia.", "Choose somebody else for the other line."),
)  # fmt: skip
ONE_HEAD = _add(
    "ONE-HEAD", ("Một hộ một chủ hộ", "One head to a household"),
    ("Hộ mới cần đúng một chủ hộ; ở đây có {count}.", "A new household has exactly one head; {count} are named."),
    ("Chọn một người làm chủ hộ.", "Name one person as head."),
    ("Đặt quan hệ khác cho những người còn lại.", "Give the others another relation."),
)  # fmt: skip
HEAD_ALREADY = _add(
    "HEAD-ALREADY", ("Đã là chủ hộ", "Head already"),
    ("{name} đang là chủ hộ.", "{name} is the head already."),
    ("Chọn người khác.", "Choose somebody else."), ("Bỏ qua nếu không đổi chủ hộ.", "Leave it if the head stays."),
)  # fmt: skip
HAS_HEAD = _add(
    "HAS-HEAD", ("Hộ đã có chủ hộ", "The household has a head"),
    ("Hộ {household} đang có chủ hộ.", "Household {household} has a head."),
    ("Ghi quan hệ khác cho người mới.", "Give the newcomer another relation."),
    ("Ghi đổi chủ hộ sau khi người đó đã vào hộ.", "Enter a change of head once they have joined."),
)  # fmt: skip
ID_HELD = _add(
    "ID-HELD", ("Số định danh đã có người", "The citizen id is taken"),
    ("Số {masked} đang là của {holder_vi}.", "{masked} belongs to {holder_en}."),
    ("Đối chiếu thẻ căn cước, sửa số nếu nhập nhầm.", "Compare with the card; correct the number if mistyped."),
    ("Nếu là cùng một người: dùng người đã có, hoặc đính chính người giữ sai số.",
     "If it is the same person, use the one there; or correct whoever holds the wrong number."),
)  # fmt: skip
NAME_EMPTY = _add(
    "NAME-EMPTY", ("Thiếu họ tên", "No name"),
    ("Chưa có họ tên, hoặc họ tên dài quá {most} chữ.", "The name is missing, or longer than {most} letters."),
    ("Ghi họ tên như trên giấy tờ.", "Write the name as on the papers."),
    ("Trẻ chưa đặt tên: ghi tên gọi tạm rồi đính chính.", "A child not yet named: write a provisional one."),
)  # fmt: skip
BIRTH_WRONG = _add(
    "BIRTH-WRONG", ("Ngày sinh không thể có", "Impossible birth"),
    ("Ngày sinh {birth} không có, hoặc chưa đến.", "The birth {birth} is no day of the calendar, or to come."),
    ("Sửa ngày sinh.", "Correct the birth."),
    ("Chỉ ghi năm sinh nếu không rõ ngày.", "Give the year only if the day is unknown."),
)  # fmt: skip
SEX_UNKNOWN = _add(
    "SEX", ("Giới tính không rõ", "Unknown sex"),
    ("Giới tính “{given}” không phải nam hoặc nữ.", "“{given}” is neither male nor female."),
    ("Chọn nam hoặc nữ.", "Choose male or female."), ("Để trống nếu chưa biết.", "Leave it empty if not known."),
)  # fmt: skip
ETHNIC_GROUP = _add(
    "ETHNIC-GROUP", ("Không có dân tộc này", "No such ethnic group"),
    ("Mã dân tộc “{given}” không có trong danh mục.", "The list has no ethnic group “{given}”."),
    ("Chọn trong danh mục.", "Choose from the list."), ("Để trống nếu chưa biết.", "Leave it empty if not known."),
)  # fmt: skip
PHONE = _add(
    "PHONE", ("Số điện thoại sai", "Wrong telephone number"),
    ("Số điện thoại có từ 8 đến 15 chữ số.", "A telephone number has 8 to 15 digits."),
    ("Sửa số.", "Correct the number."), ("Để trống.", "Leave it empty."),
)  # fmt: skip
TOO_LONG = _add(
    "TOO-LONG", ("Quá dài", "Too long"),
    ("“{field}” dài quá {most} chữ.", "“{field}” is longer than {most} characters."),
    ("Viết ngắn lại.", "Shorten it."), ("Chuyển phần còn lại vào lý do.", "Move the rest into the reason."),
)  # fmt: skip
COORDINATES = _add(
    "COORDINATES", ("Tọa độ sai", "Wrong coordinates"),
    ("Vĩ độ từ -90 đến 90, kinh độ từ -180 đến 180, có cả hai hoặc không có.",
     "Latitude lies between -90 and 90, longitude between -180 and 180; both or neither."),
    ("Sửa tọa độ; xem vĩ độ và kinh độ có đổi chỗ cho nhau không.", "Correct them; look whether they are swapped."),
    ("Bỏ tọa độ.", "Leave them out."),
)  # fmt: skip
ACCURACY = _add(
    "ACCURACY", ("Sai số không dùng được", "Unusable accuracy"),
    ("Sai số là số mét từ 0 đến {most}.", "The accuracy is a number of metres from 0 to {most}."),
    ("Lấy lại vị trí ở chỗ thoáng.", "Take the location again in the open."), ("Để trống sai số.", "Leave it empty."),
)  # fmt: skip
LOCATION_OUTSIDE = CATALOGUE.add(
    "REGISTER-LOCATION-OUTSIDE", Severity.WARNING, title=("Vị trí ở ngoài Việt Nam", "A location outside Vietnam"),
    message=("Đã ghi, nhưng vị trí này nằm ngoài Việt Nam.", "Kept, but this location lies outside Vietnam."),
    fixes=(("Kiểm tra từng chữ số rồi ghi lại.", "Check every digit and enter it again."),
           ("Lấy lại vị trí bằng điện thoại tại nhà của hộ.", "Take it again with a phone at the house.")),
)  # fmt: skip
VILLAGE = _add(
    "VILLAGE", ("Thôn không thuộc xã", "Not a village of the commune"),
    ("Không tìm thấy thôn này trong xã của bạn vào ngày {day}.", "Your commune had no such village on {day}."),
    ("Chọn thôn trong danh sách.", "Choose a village from the list."), _DAY,
)  # fmt: skip
SAME_PLACE = _add(
    "SAME-PLACE", ("Chỗ ở không đổi", "The place is the same"),
    ("Hộ đang ở đúng chỗ này.", "The household lives there already."),
    ("Chọn thôn hoặc ghi địa chỉ khác.", "Choose another village or address."),
    ("Bỏ qua nếu hộ không chuyển.", "Leave it if nobody moved."),
)  # fmt: skip
SAME_HOUSEHOLD = _add(
    "SAME-HOUSEHOLD", ("Cùng một hộ", "One and the same household"),
    ("Không nhập một hộ vào chính nó.", "A household is not merged into itself."),
    ("Chọn hộ khác.", "Choose another household."), ("Bỏ việc nhập hộ.", "Leave the merger."),
)  # fmt: skip
SPLIT_ALL = _add(
    "SPLIT-ALL", ("Không còn ai ở lại", "Nobody would stay"),
    ("Tách hộ phải có ít nhất một người ở lại.", "In a split somebody stays."),
    ("Bớt người tách đi.", "Take somebody out of those who leave."),
    ("Ghi chuyển chỗ ở nếu cả hộ dời đi.", "Enter a move if the whole household goes."),
)  # fmt: skip
STALE = _add(
    "STALE", ("Người khác vừa sửa", "Somebody wrote it meanwhile"),
    ("{who} đã sửa dòng này lúc {when} ({what_vi}).", "{who} wrote this row at {when} ({what_en})."),
    ("Xem nội dung mới rồi quyết định giữ bản nào.", "Look at what it says now and decide which to keep."),
    ("Gửi lại phần của bạn trên bản mới.", "Send yours again upon the new one."),
)  # fmt: skip
NO_REASON = _add(
    "NO-REASON", ("Thiếu lý do", "No reason"),
    ("Đính chính và hoàn tác cần ghi lý do.", "A correction and an undoing need a reason."),
    ("Ghi lý do, ví dụ “nhập nhầm năm sinh”.", "Write why, such as “year of birth mistyped”."),
    ("Bỏ việc sửa.", "Leave it."),
)  # fmt: skip
FIELD = _add(
    "FIELD", ("Không đính chính ô này", "Not corrected this way"),
    ("“{field}” không đính chính ở đây.", "“{field}” is not corrected here."),
    ("Ghi việc đã xảy ra (sinh, mất, chuyển…).", "Enter what happened (birth, death, move…)."),
    ("Hoàn tác việc đã ghi sai.", "Undo what was entered wrongly."),
)  # fmt: skip
NOTHING = _add(
    "NOTHING", ("Không có gì thay đổi", "Nothing would change"),
    ("Giá trị mới giống giá trị đang có.", "The new values are those it has."),
    ("Sửa ít nhất một ô.", "Change at least one field."), ("Đóng màn hình này.", "Close this screen."),
)  # fmt: skip
UNDO_LATER = _add(
    "UNDO-LATER", ("Đã có việc sau", "Something came after"),
    ("{what} đã được ghi tiếp ở thay đổi số {change} ({kind_vi}, {who}, {when}).",
     "{what} was written again in change {change} ({kind_en}, {who}, {when})."),
    ("Hoàn tác thay đổi sau trước.", "Undo the later change first."),
    ("Giữ nguyên và ghi đính chính.", "Leave it and enter a correction."),
)  # fmt: skip
UNDO_TWICE = _add(
    "UNDO-TWICE", ("Đã hoàn tác", "Undone already"),
    ("Thay đổi này đã được hoàn tác, hoặc chính nó là một lần hoàn tác.",
     "This change was undone, or is an undoing itself."),
    ("Ghi lại việc đó nếu cần.", "Enter the event anew if needed."),
    ("Xem lịch sử của dòng.", "Look at the row's history."),
)  # fmt: skip
CIRCUMSTANCE_HELD = _add(
    "CIRCUMSTANCE-HELD", ("Hoàn cảnh đã có", "Circumstance there already"),
    ("{name} đang có hoàn cảnh này từ ngày {since}.", "{name} has had this circumstance since {since}."),
    ("Ghi ngày kết thúc của dòng đang có trước.", "End the one there first."),
    ("Ghi mức độ hoặc loại khác.", "Give another degree or category."),
)  # fmt: skip
CIRCUMSTANCE_ENDED = _add(
    "CIRCUMSTANCE-ENDED", ("Hoàn cảnh đã kết thúc", "Circumstance ended already"),
    ("Hoàn cảnh này đã kết thúc ngày {ended}.", "This circumstance ended on {ended}."),
    ("Đính chính ngày kết thúc nếu sai.", "Correct the day if it is wrong."),
    ("Chọn dòng khác.", "Choose another row."),
)  # fmt: skip
DAY_ORDER = _add(
    "DAY-ORDER", ("Kết thúc trước khi bắt đầu", "An end before the beginning"),
    ("Ngày {day} trước ngày bắt đầu ({since}).", "{day} is before the beginning ({since})."),
    _DAY, ("Đính chính ngày bắt đầu nếu ghi sai.", "Correct the beginning if it is wrong."),
)  # fmt: skip
WRONG_IMPORT = _add(
    "WRONG-IMPORT", ("Không phải lần nhập này", "Not this import"),
    ("Lần nhập đã khép lại hoặc của người khác.", "The import is closed, or somebody else's."),
    ("Bắt đầu một lần nhập mới.", "Begin a new import."), ("Nhờ người đã bắt đầu làm tiếp.", "Let who began it go on."),
)  # fmt: skip
PURPOSE = _add(
    "PURPOSE", ("Thiếu mục đích", "No purpose"),
    ("Tệp có đủ số định danh thì phải ghi dùng vào việc gì.", "A file with whole citizen ids needs its purpose."),
    ("Ghi mục đích, ví dụ “đối chiếu thẻ BHYT với BHXH”.", "Write what it is for."),
    ("Tải với bốn số cuối nếu không cần đủ số.", "Take it with the last four digits if that is enough."),
)  # fmt: skip
NOT_DEPARTED = _add(
    "NOT-DEPARTED", ("Không có hộ đã chuyển đi như vậy", "No departed household like this"),
    ("Không có hộ nào đã ghi chuyển đi mà ứng với những gì đã gõ, hoặc hộ ấy đã được nhận ở nơi khác.",
     "No household entered as departed answers to what was typed, or it was taken in elsewhere already."),
    ("Kiểm tra mã chuyển hộ, hoặc số định danh và họ tên chủ hộ.",
     "Check the transfer code, or the head's citizen id and name."),
    ("Nhờ xã cũ ghi chuyển đi cho cả hộ, hoặc thêm hộ mới nếu hộ chưa từng có trong hệ thống.",
     "Ask the former commune to enter the departure, or add a new household if it was never in the system."),
)  # fmt: skip
SOUGHT_TOO_OFTEN = _add(
    "SOUGHT-TOO-OFTEN", ("Tìm quá nhiều lần", "Sought too often"),
    ("Hôm nay đã {most} lần tìm hộ chuyển đi mà không có.", "{most} questions for a departed household had no answer."),
    ("Gọi cho xã cũ để xin mã chuyển hộ rồi tìm lại ngày mai.",
     "Ask the former commune for the transfer code and try again tomorrow."),
    ("Nhờ một công chức khác của xã tìm bằng mã chuyển hộ.",
     "Let another officer of the commune look with the transfer code."),
)  # fmt: skip
CONFLICT = _add(
    "CONFLICT", ("Trái với dòng đang có", "Against a row that is there"),
    ("Sổ không nhận: {rule_vi}.", "The register refuses it: {rule_en}."),
    ("Xem lại hộ và người liên quan rồi ghi lại.", "Look at the household and people concerned, then enter it again."),
    ("Có thể người khác vừa ghi cùng lúc: mở lại trang.", "Somebody may just have entered it: open the page again."),
)  # fmt: skip
