"""Why decisions, corrections, opening lists, certificates and the end of a round are refused: more of the catalogue."""

from __future__ import annotations

from giamngheo.review.problems import add

_QD24 = "24/2021/QĐ-TTg, Điều 4"
_REDRAFT = ("Bỏ dự thảo rồi lập lại từ danh sách đã trình.", "Discard the draft and draft anew.")
_LEAVE_OUT = ("Bỏ hộ này khỏi dự thảo.", "Leave this household out of the draft.")
_AGAIN = ("Sửa lại ngày.", "Correct the day.")

DECISION_NONE = add(
    "DECISION-NONE", ("Không có hộ để quyết định", "Nothing to decide"),
    ("Không có hộ nào để lập {kind_vi}.", "No household is there for a {kind_en}."),
    ("Trình danh sách (Phụ lục VI) trước.", "Propose the list first."),
    ("Xem các dự thảo và quyết định đã có của đợt.", "See the drafts and decisions of the round."),
)  # fmt: skip
DECISION_DRAFT = add(
    "DECISION-DRAFT", ("Đang có dự thảo", "A draft waits"),
    ("Đợt này đang có một dự thảo {kind_vi} chưa ký.", "A draft of a {kind_en} of this round waits to be signed."),
    ("Mở dự thảo đó để sửa hoặc ký.", "Open that draft to change or sign it."), _REDRAFT,
)  # fmt: skip
DECISION_SIGNED = add(
    "DECISION-SIGNED", ("Đã ký", "It was signed"),
    ("{who} đã ký văn bản này lúc {when}: số {symbol}.", "{who} signed it at {when}: number {symbol}."),
    ("Xem văn bản đã ký.", "See what was signed."),
    ("Có sai sót thì lập quyết định đính chính.", "Correct mistakes by another decision."),
)  # fmt: skip
DECISION_STALE = add(
    "DECISION-STALE", ("Hộ đã thay đổi sau khi lập dự thảo", "A household changed after the draft"),
    ("{name} không còn ở bước và kết quả như trong dự thảo.", "{name} no longer stands as the draft says."),
    _REDRAFT, _LEAVE_OUT,
)  # fmt: skip
DECISION_DAY = add(
    "DECISION-DAY", ("Ngày ký không đúng", "Not a day to sign"),
    ("Ngày ký {day} trước ngày trình {earlier}.", "Signed on {day}, before the proposal of {earlier}."),
    _AGAIN, ("Kiểm tra ngày trình danh sách.", "Check the day of the proposal."),
)  # fmt: skip
DECISION_OPINION = add(
    "DECISION-OPINION", ("Chưa có ý kiến cấp trên", "No opinion of the higher level"),
    ("{count} hộ thuộc danh sách chưa có trả lời của cấp trên vào ngày ký.",
     "{count} households are of a list without an answer of the higher level on the day signed."),
    ("Ghi trả lời của cấp trên trước.", "Enter the answer first."),
    ("Ghi lý do ký khi chưa có trả lời.", "Enter why it is signed before the answer."), source=_QD24,
)  # fmt: skip
DECISION_REASON = add(
    "DECISION-REASON", ("Thiếu lý do không công nhận", "A refusal without reasons"),
    ("{name}: chưa ghi lý do không công nhận.", "{name}: the reason is missing."),
    ("Ghi lý do bằng lời người dân hiểu được.", "Write it in words the household understands."), _LEAVE_OUT,
    source=_QD24,
)  # fmt: skip
DECISION_SIGNER = add(
    "DECISION-SIGNER", ("Chưa ghi người ký", "Who signs is missing"),
    ("Chưa ghi họ tên người ký.", "The name of who signs is missing."),
    ("Ghi họ tên như trên văn bản.", "Enter the name as printed."),
    ("Nhờ lãnh đạo xã ký bằng tài khoản của mình.", "Let the leader sign under their own account."),
)  # fmt: skip
CLASS_LATER = add(
    "CLASS-LATER", ("Đã có quyết định sau", "A later decision stands"),
    ("{name} đã có loại hộ từ ngày {since} theo {symbol}; quyết định từ ngày {day} không chen vào được.",
     "{name} has a class from {since} by {symbol}; one from {day} does not fit before it."),
    ("Đính chính quyết định kia trước.", "Correct that decision first."), _LEAVE_OUT,
)  # fmt: skip
CLASS_CLASH = add(
    "CLASS-CLASH", ("Hai quyết định cùng lúc", "Two decisions at once"),
    ("Một quyết định khác vừa ghi loại cho cùng hộ hoặc cùng người; chưa có gì được ghi.",
     "Another decision has just given a class to the same household or person; nothing was written."),
    ("Xem quyết định vừa ký rồi ký lại.", "See what was just signed, then sign again."), _LEAVE_OUT,
)  # fmt: skip
HOUSEHOLD_ENDED = add(
    "HOUSEHOLD-ENDED", ("Hộ đã kết thúc", "The household has ended"),
    ("{name} đã kết thúc trong sổ hộ ngày {ended}.", "{name} ended in the register on {ended}."),
    ("Rút hộ khỏi đợt rà soát, ghi lý do.", "Withdraw it from the round with the reason."),
    ("Hoàn tác ở sổ hộ nếu ghi nhầm.", "Undo it in the register if that was a mistake."),
)  # fmt: skip

CORRECTION_SIGNED = add(
    "CORRECTION-SIGNED", ("Văn bản chưa ký", "Not signed yet"),
    ("Chỉ đính chính văn bản đã ký; dự thảo thì sửa trực tiếp.", "Only what was signed is corrected; change a draft."),
    ("Sửa dự thảo.", "Change the draft."), ("Bỏ dự thảo.", "Discard the draft."),
)  # fmt: skip
CORRECTION_NOTHING = add(
    "CORRECTION-NOTHING", ("Không có gì để đính chính", "Nothing to correct"),
    ("Chưa chọn hộ nào có loại khác với văn bản.", "No household was given another class."),
    ("Chọn loại đúng cho hộ ghi sai.", "Choose the right class where it was wrong."),
    ("Không có gì sai thì không cần đính chính.", "Nothing wrong needs no correction."),
)  # fmt: skip
CORRECTION_TWICE = add(
    "CORRECTION-TWICE", ("Hộ đã được đính chính", "It was corrected already"),
    ("{name} đã được đính chính bằng {symbol}.", "{name} was corrected by {symbol}."),
    ("Đính chính tiếp văn bản đính chính đó.", "Correct that correction."),
    ("Bỏ hộ này khỏi lần đính chính.", "Leave this household out."),
)  # fmt: skip
REASON = add(
    "DECIDING-REASON", ("Thiếu lý do", "A reason is missing"),
    ("Chưa ghi lý do.", "The reason is missing."),
    ("Ghi lý do để người xem sau hiểu.", "Write it for whoever reads later."),
    ("Chưa rõ lý do thì chưa làm.", "Do not do it while the reason is not clear."),
)  # fmt: skip
CLASS_WRONG = add(
    "CLASS-WRONG", ("Loại hộ không dùng được ở đây", "Not a class of this list"),
    ("{name}: loại “{value}” không dùng được ở đây.", "{name}: “{value}” is no class of this list."),
    ("Chọn một loại trong danh sách.", "Choose one of the list."), ("Bỏ hộ này.", "Leave this household out."),
)  # fmt: skip

OPENING_NONE = add(
    "OPENING-NONE", ("Danh sách trống", "The list is empty"),
    ("Chưa chọn hộ nào.", "No household was chosen."),
    ("Chọn loại cho ít nhất một hộ.", "Choose the class of at least one household."),
    ("Nhập từ tệp Excel.", "Read them from an Excel file."),
)  # fmt: skip
OPENING_TWICE = add(
    "OPENING-TWICE", ("Hộ có hai lần", "A household twice"),
    ("{name} có hai lần trong danh sách.", "{name} stands twice on the list."),
    ("Bỏ một dòng.", "Take one of them out."), ("Kiểm tra hai hộ trùng tên.", "Check whether two have one name."),
)  # fmt: skip
OPENING_HELD = add(
    "OPENING-HELD", ("Hộ đã có loại", "It has a class already"),
    ("{name} đã có loại hộ từ ngày {since}.", "{name} has a class from {since}."),
    ("Bỏ hộ này khỏi danh sách.", "Take it out of the list."),
    ("Loại cũ sai thì lập quyết định đính chính.", "If that is wrong, correct it by a decision."),
)  # fmt: skip
OPENING_HOUSEHOLD = add(
    "OPENING-HOUSEHOLD", ("Hộ không ở đây ngày đó", "Not a household here that day"),
    ("{name} không phải hộ của {unit} ngày {day}.", "{name} was no household of {unit} on {day}."),
    ("Kiểm tra sổ hộ.", "Check the register."), ("Bỏ hộ này khỏi danh sách.", "Take it out of the list."),
)  # fmt: skip
OPENING_AFTER = add(
    "OPENING-AFTER", ("Đã có quyết định trong phần mềm", "Decisions were signed here already"),
    ("{unit} đã ký quyết định {symbol} trong phần mềm; danh sách ban đầu chỉ nhập trước đó.",
     "{unit} has signed {symbol} here; opening lists are entered before that."),
    ("Hộ sót thì thêm bằng quyết định đính chính danh sách ban đầu.", "Add what was left out by correcting the list."),
    ("Hộ mới thì rà soát thường xuyên.", "Review new households in a monthly round."),
)  # fmt: skip
OPENING_DAY = add(
    "OPENING-DAY", ("Ngày không đúng thứ tự", "Days out of order"),
    ("Ngày bắt đầu {day} trước ngày quyết định {signed} quá một năm, hoặc chưa đến.",
     "The first day {day} lies more than a year from the decision of {signed}, or ahead."),
    _AGAIN, ("Kiểm tra ngày của quyết định.", "Check the day of the decision."),
)  # fmt: skip
OPENING_UNIT = add(
    "OPENING-UNIT", ("Không phải đơn vị ban hành", "Not the issuer"),
    ("{unit} không phải đơn vị này hoặc đơn vị cũ nhập vào.", "{unit} is neither this unit nor what it was."),
    ("Chọn đơn vị đã ban hành quyết định.", "Choose who issued the decision."),
    ("Kiểm tra đơn vị đang chọn ở đầu trang.", "Check the unit at the top."),
)  # fmt: skip

CERTIFICATE_NONE = add(
    "CERTIFICATE-NONE", ("Không có giấy chứng nhận phải cấp", "No certificate is due"),
    ("Năm {year} không còn hộ nào chờ giấy chứng nhận.", "For {year} no household waits for a certificate."),
    ("Kiểm tra năm đang chọn.", "Check the year."), ("Ký quyết định công nhận trước.", "Sign the decision first."),
)  # fmt: skip
CERTIFICATE_DAY = add(
    "CERTIFICATE-DAY", ("Ngày cấp không đúng", "Not a day to issue"),
    ("Ngày cấp {day} trước ngày quyết định {earlier} ({name}).",
     "Issued on {day}, before the decision of {earlier} ({name})."),
    _AGAIN, ("Cấp riêng cho hộ của từng quyết định.", "Issue for the households of each decision apart."),
)  # fmt: skip
CERTIFICATE_REPLACED = add(
    "CERTIFICATE-REPLACED", ("Giấy đã được cấp lại", "It was replaced"),
    ("Giấy số {number} đã được cấp lại bằng giấy số {other}.", "Certificate {number} was replaced by {other}."),
    ("Cấp lại cho giấy mới nhất.", "Replace the newest one."), ("Xem giấy mới.", "See the new one."),
)  # fmt: skip

ROUND_LEFT = add(
    "ROUND-LEFT", ("Còn hộ chưa xong", "Households are left"),
    ("Còn {count} hộ chưa có kết quả cuối cùng: {states_vi}.", "{count} households are not done: {states_en}."),
    ("Làm tiếp các bước của những hộ đó.", "Go on with these households."),
    ("Rút hộ khỏi đợt, ghi lý do.", "Withdraw households with a reason."),
)  # fmt: skip
ROUND_DRAFTS = add(
    "ROUND-DRAFTS", ("Còn dự thảo chưa ký", "Drafts are not signed"),
    ("Còn {count} dự thảo chưa ký của đợt.", "{count} drafts of the round are not signed."),
    ("Ký các dự thảo.", "Sign the drafts."), ("Bỏ các dự thảo không dùng.", "Discard the drafts not needed."),
)  # fmt: skip
