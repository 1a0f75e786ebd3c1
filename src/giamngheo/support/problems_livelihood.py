"""Why a livelihood project is refused or questioned."""

from __future__ import annotations

from giamngheo.foundation.findings import Severity
from giamngheo.support.problems import _add

_LOOK = ("Xem lại các bước trên trang dự án.", "Look at the steps on the project's page.")
_FIGURES = ("Sửa lại số liệu dự án.", "Correct the project's figures.")

NAME = _add(
    "PROJECT-NAME", ("Thiếu tên", "No name"),
    ("Dự án cần tên và tên đơn vị thực hiện.", "A project needs its name and the name of who carries it out."),
    ("Ghi tên dự án.", "Enter the project's name."), ("Ghi tên đơn vị thực hiện.", "Enter who carries it out."),
)  # fmt: skip
CHOICE = _add(
    "PROJECT-CHOICE", ("Chưa chọn", "Not chosen"),
    ("“{value}” không có trong danh sách được chọn.", "“{value}” is none of the choices."),
    ("Chọn lại trong danh sách.", "Choose from the list."), ("Tải lại trang rồi chọn.", "Load the page again."),
)  # fmt: skip
MONEY = _add(
    "PROJECT-MONEY", ("Kinh phí không khớp", "The money does not fit"),
    ("Tổng kinh phí {total} đồng, Nhà nước {state} đồng: phần Nhà nước phải lớn hơn 0 và không quá tổng; phần chi "
     "trực tiếp cho sản xuất không quá phần Nhà nước; chi phí lựa chọn không quá tổng.",
     "Total {total} đồng, the state's {state}: the state's part is above nought and within the total, what goes "
     "directly to production within the state's part, the cost of choosing within the total."),
    _FIGURES, ("Ghi bằng đồng, không phải triệu đồng.", "Write đồng, not million đồng."),
)  # fmt: skip
HOUSEHOLD = _add(
    "PROJECT-HOUSEHOLD", ("Không thấy hộ", "No such household"),
    ("Mã hộ “{code}” không có trong sổ hộ của {unit} ngày {day}.",
     "There is no household “{code}” in the register of {unit} on {day}."),
    ("Sửa lại mã hộ.", "Correct the household's code."),
    ("Ghi hộ vào sổ hộ trước.", "First enter the household in the register."),
)  # fmt: skip
APPROVED = _add(
    "PROJECT-APPROVED", ("Dự án đã phê duyệt", "The project is approved"),
    ("Dự án đã phê duyệt, không đổi được hộ tham gia.", "The project is approved: its participants stand."),
    _LOOK, ("Lập dự án khác nếu cần.", "Enter another project if needed."),
)  # fmt: skip
ORDER = _add(
    "PROJECT-ORDER", ("Chưa đến bước này", "Not the next step"),
    ("Bước “{stage}” ngày {day}: phải là bước kế tiếp và không trước ngày của bước trước, không sau hôm nay.",
     "Step “{stage}” on {day} must be the next one, not before the day of the step before it, nor after today."),
    _LOOK, ("Sửa lại ngày.", "Correct the day."),
)  # fmt: skip
PAPER = _add(
    "PROJECT-PAPER", ("Thiếu giấy tờ của bước", "No paper of the step"),
    ("Bước “{stage}” cần số, ký hiệu văn bản hoặc biên bản.", "Step “{stage}” needs the symbol of its paper."),
    ("Ghi số, ký hiệu.", "Enter the symbol."), ("Lập văn bản trước rồi ghi bước này.", "First draw the paper up."),
)  # fmt: skip
NOBODY = _add(
    "PROJECT-NOBODY", ("Chưa có hộ tham gia", "No participants"),
    ("Dự án chưa có hộ tham gia nên chưa thẩm định được.", "A project without participants is not appraised."),
    ("Thêm hộ tham gia.", "Add participants."), _LOOK,
)  # fmt: skip
NORM = _add(
    "PROJECT-NORM", ("Trái định mức", "Against a norm"),
    ("{norm_vi}: dự án có {found}, quy định {bound_vi} {limit} ({rule}).",
     "{norm_en}: the project has {found}, the rule is {bound_en} {limit} ({rule})."),
    _FIGURES, ("Thay đổi hộ tham gia.", "Change the participants."),
)  # fmt: skip
NORM_UNKNOWN = _add(
    "PROJECT-NORM-UNKNOWN", ("Chưa xét được định mức", "A norm could not be judged"),
    ("{norm_vi}: chưa xét được, thiếu số liệu hoặc chưa đọc được quy định ({rule}).",
     "{norm_en}: not judged, a figure is missing or the rule was not read ({rule})."),
    ("Ghi đủ số liệu.", "Enter the figures."), ("Đối chiếu với văn bản.", "Compare with the text."),
    severity=Severity.WARNING,
)  # fmt: skip
MONEY_ABOVE = _add(
    "PROJECT-MONEY-ABOVE", ("Vượt phần Nhà nước hỗ trợ", "Above the state's part"),
    ("{project}: vốn ngân sách cho đầu việc là {found} đồng, dự án chỉ có {limit} đồng phần Nhà nước.",
     "{project}: {found} đồng of the budget for the activity, the state's part of the project is {limit}."),
    ("Sửa lại số tiền.", "Correct the amount."), _LOOK,
)  # fmt: skip
TIED = _add(
    "PROJECT-TIED", ("Không gắn được đầu việc", "The activity cannot be named"),
    ("Đầu việc phải của cùng xã và chưa gắn với dự án khác.",
     "The activity must be the commune's own and of no other project."),
    ("Chọn đầu việc khác.", "Choose another activity."), _LOOK,
)  # fmt: skip
NOT_CONTRACTED = _add(
    "PROJECT-NOT-CONTRACTED", ("Chưa bàn giao được", "Inputs cannot be handed over"),
    ("Lần hỗ trợ phải cùng hình thức, sau ngày ký hợp đồng, cho hộ tham gia và chưa bị đảo.",
     "A delivery must be of the same form, after the contract, to a participant, and not taken back."),
    _LOOK, ("Chọn lần hỗ trợ khác.", "Choose another delivery."),
)  # fmt: skip
FOLLOW_UP = _add(
    "PROJECT-FOLLOW-UP", ("Chưa ghi được theo dõi", "Follow-up cannot be entered"),
    ("Theo dõi {months} tháng: ngày {day} phải từ khi đến hạn {due} đến hôm nay, và mỗi kỳ chỉ ghi một lần.",
     "Follow-up at {months} months: {day} must lie between its due day {due} and today, and is entered once."),
    ("Chờ đến hạn.", "Wait until it is due."), ("Sửa lại ngày.", "Correct the day."),
)  # fmt: skip
INCOME = _add(
    "PROJECT-INCOME", ("Thu nhập không đúng", "Not an income"),
    ("Thu nhập trước và sau là số đồng một tháng, từ 0 trở lên.",
     "Income before and after is đồng a month, nought or more."),
    ("Ghi bằng đồng.", "Write đồng."), ("Hộ không có thu nhập thì ghi 0.", "For no income write 0."),
)  # fmt: skip
NO_REASON = _add(
    "PROJECT-NO-REASON", ("Thiếu nguyên nhân", "No reason"),
    ("Mô hình không còn hoạt động cần ghi nguyên nhân.", "A model that no longer runs needs the reason."),
    ("Ghi nguyên nhân ngắn gọn.", "Write the reason."), ("Chọn “còn hoạt động” nếu còn.", "Choose “running” if it is."),
)  # fmt: skip
