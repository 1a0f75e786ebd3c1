"""Why a round, its list, a request, a screening or an assessment is refused, or what is odd about it."""

from __future__ import annotations

from giamngheo.foundation.findings import Severity
from giamngheo.review.problems import add

_QD24 = "24/2021/QĐ-TTg"

# Rounds
ROUND_UNDER_WAY = add(
    "ROUND-UNDER-WAY", ("Đã có đợt rà soát này", "There is such a round"),
    ("Đã có đợt “{round}” ({state_vi}).", "“{round}” is there already ({state_en})."),
    ("Mở đợt đã có và làm tiếp ở đó.", "Open the round that is there and go on with it."),
    ("Đợt tạo nhầm thì hủy, ghi lý do, rồi tạo đợt mới.", "Cancel a round made by mistake, then create the new one."),
)  # fmt: skip
ROUND_DAYS = add(
    "ROUND-DAYS", ("Ngày của đợt không hợp", "The days of the round do not fit"),
    ("Đợt từ {starts} đến {ends} không nằm trong {period_vi} hoặc kết thúc trước khi bắt đầu.",
     "From {starts} to {ends} is not within {period_en}, or ends before it begins."),
    ("Gõ lại ngày bắt đầu và ngày kết thúc, ví dụ 01/09/2026.", "Type both days again, such as 01/09/2026."),
    ("Kiểm tra năm, tháng của đợt.", "Check year and month of the round."),
)  # fmt: skip
ROUND_UNIT = add(
    "ROUND-UNIT", ("Không tạo đợt cho đơn vị này", "No round for this unit"),
    ("{unit} không phải xã, phường, đặc khu đang tồn tại.", "{unit} is no commune that exists today."),
    ("Chọn xã hiện nay ở đầu trang.", "Choose the commune of today at the top of the page."),
    ("Xã cũ đã nhập vào xã mới: tạo đợt ở xã mới.", "A merged commune is reviewed as part of the new one."),
)  # fmt: skip
ROUND_STANDARD = add(
    "ROUND-STANDARD", ("Không có chuẩn nghèo cho ngày này", "No standard for that day"),
    ("Phần mềm không có chuẩn nghèo nào có hiệu lực ngày {day}.", "No poverty standard in force on {day} is known."),
    ("Chọn ngày xét theo chuẩn khác.", "Choose another day to judge by."),
    ("Cập nhật phần mềm nếu đã có chuẩn nghèo mới.", "Bring the program up to date where a new standard was issued."),
)  # fmt: skip
ROUND_STANDARD_OPEN = add(
    "ROUND-STANDARD-OPEN", ("Chưa chọn chuẩn nghèo", "The standard is not chosen"),
    ("Từ {first} áp dụng chuẩn nghèo khác; phải chọn đợt này xét theo chuẩn nào.",
     "Another standard applies from {first}: say by which this round judges."),
    ("Hỏi cấp tỉnh rồi chọn một trong hai chuẩn.", "Ask the province, then choose one of the two."),
    ("Chưa rõ thì chưa mở đợt: mở rồi không đổi chuẩn được.",
     "Do not open the round before it is clear: it then keeps its standard."),
)  # fmt: skip
ROUND_STANDARD_UNSETTLED = add(
    "ROUND-STANDARD-UNSETTLED", ("Chưa thấy văn bản định chuẩn cho đợt này", "No text seen settles the standard"),
    ("Đợt xét theo {standard} do công chức chọn; chưa thấy văn bản nào nói rà soát cuối năm {year} áp dụng chuẩn nào.",
     "The officer chose {standard}; no text seen says which standard the review at the end of {year} applies."),
    ("Giữ văn bản chỉ đạo của tỉnh cùng hồ sơ của đợt.", "Keep the province's instruction with the round's papers."),
    ("Nếu tỉnh chỉ đạo khác thì hủy đợt trước khi ký, tạo đợt mới.",
     "Told otherwise by the province, cancel the round before anything is signed."),
    severity=Severity.WARNING,
)  # fmt: skip
ROUND_NO_RULE = add(
    "ROUND-NO-RULE", ("Chuẩn này chưa có cách phân loại", "This standard has no way of classing yet"),
    ("Theo {standard}, ngày {day}: {why_vi}. Khảo sát được ghi nhưng chưa kết luận được loại hộ.",
     "By {standard} on {day}: {why_en}. Surveys can be kept, but no class can be said."),
    ("Chọn chuẩn đang có hiệu lực nếu tỉnh chỉ đạo như vậy.", "Choose the standard in force, if the province says so."),
    ("Chờ thông tư hướng dẫn và bản cập nhật của phần mềm.", "Wait for the guiding circular and an update."),
    severity=Severity.WARNING,
)  # fmt: skip
ROUND_SCORECARD = add(
    "ROUND-SCORECARD", ("Không dùng được bảng điểm này", "That scorecard cannot be used"),
    ("Bảng điểm “{card}” không có trong máy này, hoặc không phải của {standard}.",
     "Scorecard “{card}” is not kept here, or is not of {standard}."),
    ("Nạp lại đúng bảng điểm đó, đúng phiên bản.", "Load that very card and version again."),
    ("Đợt chưa mở thì chọn bảng điểm khác, hoặc ghi B1 từ phiếu giấy.",
     "Before the round is open choose another card, or copy B1 from paper."),
)  # fmt: skip
ROUND_UNSIGNED_CARD = add(
    "ROUND-UNSIGNED-CARD", ("Bảng điểm chưa ai xác nhận", "Nobody signed the scorecard"),
    ("Bảng điểm “{card}” chưa được xác nhận theo văn bản: mọi kết quả cộng theo bảng này ghi là chưa kiểm chứng.",
     "Scorecard “{card}” was compared with no text: every result by it is marked as not verified."),
    ("Đối chiếu bảng điểm với văn bản, xác nhận rồi nạp phiên bản mới.",
     "Compare the card with the text, sign it, load the new version."),
    ("Không chọn bảng điểm: ghi điểm B1 từ phiếu giấy.", "Choose no card: copy B1 from paper."),
    severity=Severity.WARNING,
)  # fmt: skip
ROUND_OUTSIDE = add(
    "ROUND-OUTSIDE", ("Ngoài thời gian rà soát định kỳ", "Outside of the annual review's time"),
    ("Đợt từ {starts} đến {ends}; rà soát định kỳ từ {first} đến {last}.",
     "From {starts} to {ends}; the annual review runs from {first} to {last}."),
    ("Sửa ngày nếu gõ nhầm.", "Put the days right if they were mistyped."),
    ("Giữ nguyên nếu kế hoạch của địa phương quy định như vậy.", "Leave them where the local plan says so."),
    severity=Severity.WARNING, source=f"điểm a khoản 1 Điều 3 {_QD24}",
)  # fmt: skip
ROUND_EARLY = add(
    "ROUND-EARLY", ("Bắt đầu trước ngày 15", "Begins before the 15th"),
    ("Đợt bắt đầu {starts}; rà soát trong tháng bắt đầu từ ngày {first}.",
     "It begins on {starts}; a review within the month begins on {first}."),
    ("Sửa ngày bắt đầu.", "Put the first day right."),
    ("Giữ nguyên nếu địa phương quy định khác.", "Leave it where the place has another rule."),
    severity=Severity.WARNING, source=f"Điều 3 {_QD24}",
)  # fmt: skip
ROUND_NO_HEAD = add(
    "ROUND-NO-HEAD", ("Ban Chỉ đạo chưa có trưởng ban", "The committee has no head"),
    ("Chưa ghi trưởng Ban Chỉ đạo rà soát.", "The head of the steering committee is not written down."),
    ("Ghi Ban Chỉ đạo, trong đó đúng một trưởng ban.", "Write down the committee, exactly one of them as head."),
    ("Xem quyết định thành lập Ban Chỉ đạo của xã.", "See the commune's decision that sets the committee up."),
)  # fmt: skip
REASON = add(
    "REASON", ("Thiếu lý do", "A reason is missing"),
    ("Việc này phải ghi lý do.", "This needs a reason."),
    ("Ghi ngắn gọn vì sao.", "Say shortly why."),
    ("Nêu văn bản, biên bản làm căn cứ nếu có.", "Name the paper it rests on, if there is one."),
)  # fmt: skip
ROUND_SIGNED = add(
    "ROUND-SIGNED", ("Đợt đã có quyết định được ký", "A decision of the round was signed"),
    ("Đợt đã có quyết định được ký nên không hủy được.",
     "A decision of this round was signed: it cannot be cancelled."),
    ("Sửa điều đã ký bằng quyết định đính chính.", "Correct what was signed by another decision."),
    ("Làm nốt các hộ còn lại rồi kết thúc đợt.", "Finish the remaining households, then close the round."),
)  # fmt: skip

# Committee and reviewers
COMMITTEE_NAME = add(
    "COMMITTEE-NAME", ("Thiếu họ tên", "A name is missing"),
    ("Dòng {row} có chức vụ nhưng không có họ tên.", "Row {row} has a post but no name."),
    ("Gõ họ tên của người ấy.", "Type the name."),
    ("Xóa cả dòng nếu không cần.", "Empty the row if it is not needed."),
)  # fmt: skip
COMMITTEE_CHANGED = add(
    "COMMITTEE-CHANGED", ("Người khác vừa sửa Ban Chỉ đạo", "Somebody changed the committee meanwhile"),
    ("Danh sách Ban Chỉ đạo đã khác lúc bạn mở trang; chưa ghi gì.",
     "The committee is not the one you saw; nothing was written."),
    ("Xem danh sách hiện nay bên dưới, sửa lại rồi lưu.", "See the list as it stands below, then save yours again."),
    ("Bỏ nội dung của bạn nếu người kia đã ghi đúng.", "Drop yours if theirs is right."),
)  # fmt: skip
REVIEWER = add(
    "REVIEWER", ("Chưa phân công được rà soát viên", "The reviewer cannot be assigned"),
    ("Cần họ tên và ít nhất một thôn của xã; tài khoản (nếu chọn) phải có quyền khảo sát ở xã.",
     "A name and one village of the commune are needed; an account, if any, needs the right to survey there."),
    ("Gõ họ tên, chọn thôn.", "Type the name, choose the villages."),
    ("Nhờ quản trị giao vai trò rà soát viên thôn cho tài khoản.",
     "Have the account given the role of village reviewer."),
)  # fmt: skip
REVIEWER_TWICE = add(
    "REVIEWER-TWICE", ("Đã phân công người này", "Assigned already"),
    ("{name} đã được phân công ở: {villages}.", "{name} is assigned already in: {villages}."),
    ("Bỏ chọn những thôn đó.", "Leave those villages out."),
    ("Hai người trùng tên thì ghi thêm để phân biệt.", "Tell two people of one name apart in writing."),
)  # fmt: skip

# List
LISTED_ALREADY = add(
    "LISTED-ALREADY", ("Hộ đã có trong đợt", "In the round already"),
    ("{who} đã có trong đợt này.", "{who} is in this round already."),
    ("Tìm hộ ấy trong danh sách của đợt.", "Look for it in the round's list."),
    ("Bỏ hộ ấy khỏi lần thêm này.", "Leave it out."),
)  # fmt: skip
LISTED_ELSEWHERE = add(
    "LISTED-ELSEWHERE", ("Hộ đang được rà soát ở đợt khác", "Under review in another round"),
    ("{who} đang được rà soát trong đợt “{round}”.", "{who} is under review in “{round}”."),
    ("Làm tiếp ở đợt đó.", "Go on there."),
    ("Rút hộ khỏi đợt đó, ghi lý do, rồi thêm vào đợt này.", "Withdraw it there with a reason, then add it here."),
)  # fmt: skip
NOT_LIVING_HERE = add(
    "NOT-LIVING-HERE", ("Hộ không ở xã vào ngày này", "Not living in the commune that day"),
    ("{who} không ở {unit} ngày {day}.", "{who} did not live in {unit} on {day}."),
    ("Kiểm tra địa chỉ của hộ trong sổ hộ.", "Check the household's address in the register."),
    ("Ghi việc chuyển đến vào sổ hộ trước.", "Write the arrival into the register first."),
)  # fmt: skip
NO_CLASSES = add(
    "NO-CLASSES", ("Xã chưa có danh sách hộ nghèo, hộ cận nghèo", "No list of the poor and near-poor yet"),
    ("Chưa có hộ nghèo, hộ cận nghèo nào của {unit}: danh sách chỉ có hộ có giấy đề nghị và hộ được thêm.",
     "No poor or near-poor household of {unit} is known: the list holds requests and added households only."),
    ("Nhập danh sách đã được công nhận trước khi dùng phần mềm.", "Enter the list recognised before the program came."),
    ("Nếu xã không còn hộ nghèo, hộ cận nghèo thì mở đợt như thường.",
     "Open the round all the same where there are none."),
    severity=Severity.WARNING,
)  # fmt: skip
WRONG_KIND = add(
    "WRONG-KIND", ("Không phải việc của loại đợt này", "Not for this kind of round"),
    ("Việc này không thuộc đợt {round}.", "This does not belong to {round}."),
    ("Chọn đúng loại đợt.", "Choose the right kind of round."),
    ("Xem các bước của đợt ở trang của đợt.", "See the steps on the round's page."),
)  # fmt: skip

# Requests
REQUEST_DOUBLE = add(
    "REQUEST-DOUBLE", ("Đã nhận giấy đề nghị của hộ này", "A request was received already"),
    ("{who} đã có giấy đề nghị số {number}/{year}, nhận ngày {day}, chưa giải quyết xong.",
     "Request {number}/{year} of {who}, received on {day}, is not settled yet."),
    ("Giải quyết giấy đề nghị đã nhận.", "Settle the one that was received."),
    ("Nếu giấy trước ghi nhầm, đưa vào đợt rồi rút, ghi lý do.",
     "If that one was a mistake, put it into a round and withdraw it with a reason."),
)  # fmt: skip
REQUEST_DAY = add(
    "REQUEST-DAY", ("Ngày nhận không hợp", "The day of receipt does not fit"),
    ("Ngày {day} chưa đến, hoặc không đọc được.", "{day} has not come, or cannot be read."),
    ("Gõ ngày nhận giấy, ví dụ 05/10/2026 hoặc 5/10.", "Type the day it was received, such as 05/10/2026 or 5/10."),
    ("Để trống là hôm nay.", "Left blank it is today."),
)  # fmt: skip
REQUEST_WHO = add(
    "REQUEST-WHO", ("Chưa rõ giấy của ai", "Whose request it is, is not clear"),
    ("Cần hộ, người ký giấy, và với người lao động có thu nhập thấp: đúng một thành viên của hộ.",
     "A household, the signer, and for a low-income worker one member of the household are needed."),
    ("Tìm hộ theo tên thành viên rồi chọn.", "Find the household by a member's name and choose it."),
    ("Hộ chưa có trong sổ thì thêm hộ trước.", "Add a household the register does not know first."),
)  # fmt: skip
REQUEST_FILE = add(
    "REQUEST-FILE", ("Tệp quá lớn", "The file is too large"),
    ("Tệp chụp giấy đề nghị lớn hơn {megabytes} MB.", "The scan is larger than {megabytes} MB."),
    ("Chụp lại với độ phân giải thấp hơn.", "Scan it again at a lower resolution."),
    ("Không gửi tệp: giấy vẫn được nhận.", "Leave the file out: the request is received without."),
)  # fmt: skip
REQUEST_HOLDS_CLASS = add(
    "REQUEST-HOLDS-CLASS", ("Hộ đang được công nhận", "The household holds a class"),
    ("{who} đang là {class_vi}; giấy đề nghị rà soát vẫn được nhận.",
     "{who} is {class_en}; the request is received all the same."),
    ("Hộ này đã có trong danh sách rà soát định kỳ.", "It is on the annual list anyway."),
    ("Xem giấy có phải đề nghị thoát nghèo (Mẫu 04) không.", "See whether it asks for an exit (Mẫu 04)."),
    severity=Severity.WARNING,
)  # fmt: skip
REQUEST_NO_CLASS = add(
    "REQUEST-NO-CLASS", ("Hộ không có trong danh sách hộ nghèo, hộ cận nghèo", "The household holds no class"),
    ("{who} không đang là hộ nghèo, hộ cận nghèo theo phần mềm; giấy đề nghị thoát nghèo vẫn được nhận.",
     "{who} holds no class here; the request for an exit is received all the same."),
    ("Kiểm tra danh sách đã công nhận đã nhập đủ chưa.", "See whether the recognised list was entered whole."),
    ("Xem giấy có phải đề nghị rà soát (Mẫu 01) không.", "See whether it asks for a review (Mẫu 01)."),
    severity=Severity.WARNING,
)  # fmt: skip
REQUEST_PLACED = add(
    "REQUEST-PLACED", ("Giấy đề nghị đã vào đợt", "The request is in a round"),
    ("Giấy đề nghị số {number}/{year} đã ở trong một đợt rà soát.", "Request {number}/{year} is in a round already."),
    ("Mở hộ ấy trong đợt.", "Open its household in that round."),
    ("Bỏ giấy ấy khỏi lần đưa vào này.", "Leave it out."),
)  # fmt: skip

# Screening
SCREENING_FORM = add(
    "SCREENING-FORM", ("Không dùng Phiếu A cho hộ này", "No Phiếu A for this household"),
    ("Phiếu A chỉ dùng cho hộ có giấy đề nghị rà soát (Mẫu 01) và chưa thuộc diện.",
     "Phiếu A is for households that asked for a review (Mẫu 01) and hold no class."),
    ("Khảo sát hộ bằng Phiếu B.", "Survey the household by Phiếu B."),
    ("Kiểm tra loại giấy đề nghị.", "Check which form was filed."),
)  # fmt: skip
SCREENING_ABSENT = add(
    "SCREENING-ABSENT", ("Chuẩn này chưa có Phiếu A", "This standard has no Phiếu A"),
    ("Theo {standard}, ngày {day}, chưa thấy Phiếu A.", "By {standard} on {day}, no Phiếu A was seen."),
    ("Khảo sát hộ bằng Phiếu B.", "Survey the household by Phiếu B."),
    ("Chờ thông tư hướng dẫn và bản cập nhật của phần mềm.", "Wait for the guiding circular and an update."),
)  # fmt: skip
SURVEY_STALE = add(
    "SURVEY-STALE", ("Người khác vừa ghi phiếu của hộ này", "Somebody wrote this household's form meanwhile"),
    ("{who} vừa ghi phiếu của hộ này lúc {when}; phiếu của bạn chưa được ghi.",
     "{who} wrote this household's form at {when}; yours is not written."),
    ("Xem phiếu vừa ghi; nếu phiếu của bạn đúng hơn thì lưu lần nữa.",
     "Look at theirs; save again if yours is better."),
    ("Nếu trùng nhau thì chuyển sang hộ khác.", "Go on to the next household if they agree."),
)  # fmt: skip

# Assessment
NOT_SCREENED = add(
    "NOT-SCREENED", ("Chưa có Phiếu A đạt", "Phiếu A has not said yes"),
    ("Hộ có giấy đề nghị rà soát: ghi Phiếu A trước, chỉ hộ được đưa vào danh sách mới khảo sát Phiếu B.",
     "The household asked for a review: Phiếu A comes first; only who is put on the list is surveyed by Phiếu B."),
    ("Ghi Phiếu A của hộ.", "Fill in Phiếu A."),
    ("Phiếu A đã ghi thiếu câu trả lời thì ghi lại cho đủ.", "Fill in a Phiếu A again where answers were missing."),
    source="967/QĐ-BNNMT",
)  # fmt: skip
SURVEY_DAY = add(
    "SURVEY-DAY", ("Ngày khảo sát không hợp", "The day of the survey does not fit"),
    ("Ngày {day} chưa đến, không đọc được, hoặc hộ khi đó không ở xã.",
     "{day} has not come, cannot be read, or the household did not live here."),
    ("Gõ ngày trên phiếu, ví dụ 05/10/2026 hoặc 5/10.", "Type the day on the form, such as 05/10/2026 or 5/10."),
    ("Kiểm tra địa chỉ của hộ trong sổ hộ ngày đó.", "Check the household's address on that day."),
)  # fmt: skip
SURVEY_WHO = add(
    "SURVEY-WHO", ("Chưa ghi rà soát viên", "The reviewer is missing"),
    ("Phiếu phải ghi họ tên rà soát viên.", "The form must name its reviewer."),
    ("Gõ họ tên người đã khảo sát.", "Type who surveyed."),
    ("Phân công rà soát viên của thôn để phần mềm điền sẵn.", "Assign the village's reviewers to have it filled in."),
)  # fmt: skip
SURVEY_MEMBERS = add(
    "SURVEY-MEMBERS", ("Người trong hộ đã khác", "Other people in the household"),
    ("Ngày {day} sổ hộ ghi: {names}; phiếu đang mở ghi những người khác.",
     "On {day} the register has: {names}; the form was made for others."),
    ("Bấm “Lấy lại danh sách người”; câu trả lời đã gõ còn nguyên.",
     "Press “Lay out the people again”; what was typed stays."),
    ("Sửa sổ hộ nếu sổ ghi sai.", "Put the register right where it is wrong."),
)  # fmt: skip
ANSWER_UNREADABLE = add(
    "ANSWER-UNREADABLE", ("Câu trả lời không đọc được", "An unreadable answer"),
    ("{where_vi}: “{value}” không đọc được.", "{where_en}: “{value}” cannot be read."),
    ("Gõ số như 65,5 hoặc 1.500.000; ngày như 05/03/1980 hoặc năm 1980.",
     "Type numbers as 65,5 or 1.500.000, days as 05/03/1980 or a year."),
    ("Chưa biết thì để trống.", "Leave it open where it is not known."),
)  # fmt: skip
SCORES_DISAGREE = add(
    "SCORES-DISAGREE", ("Điểm B2 và chỉ số thiếu hụt không khớp", "B2 and the deprivations disagree"),
    ("Đánh dấu {count} chỉ số thiếu hụt, mỗi chỉ số {points} điểm, nhưng B2 ghi {score}.",
     "{count} deprivations are marked, {points} points each, but B2 says {score}."),
    ("Xem lại phiếu giấy, sửa điểm B2.", "Look at the paper form; put B2 right."),
    ("Sửa các chỉ số đã đánh dấu; chưa rõ thì bỏ trống tất cả.", "Put the marks right, or leave all of them open."),
)  # fmt: skip
CAUSE = add(
    "CAUSE", ("Nguyên nhân không có trong danh sách", "Not a cause of the list"),
    ("“{value}” không phải một nguyên nhân nghèo của danh sách.", "“{value}” is no cause of the list."),
    ("Chọn trong tám nguyên nhân.", "Choose among the eight."),
    ("Nguyên nhân khác thì chọn “nguyên nhân khác” và ghi chú.", "Choose “other” and write a note."),
)  # fmt: skip
