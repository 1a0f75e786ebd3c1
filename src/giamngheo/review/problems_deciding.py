"""Why meetings, postings, complaints, proposals and opinions are refused: entries of the review's catalogue."""

from __future__ import annotations

from giamngheo.review.problems import add

_QD24 = "24/2021/QĐ-TTg, Điều 4"
_AGAIN = ("Sửa lại ngày.", "Correct the day.")
_SEE = ("Xem các bước của hộ ở trang của hộ trong đợt.", "See the steps on the household's page in the round.")

FIELD_EMPTY = add(
    "FIELD-EMPTY", ("Còn ô bỏ trống", "A field is empty"),
    ("Chưa ghi {field_vi}.", "{field_en} is missing."),
    ("Ghi vào ô này.", "Fill the field in."),
    ("Chưa biết thì lưu lại sau; mọi chữ đã gõ vẫn còn.", "Save later if it is not known yet; what was typed stays."),
)  # fmt: skip
DAY_FUTURE = add(
    "DAY-FUTURE", ("Ngày chưa đến", "A day to come"),
    ("{what_vi}: ngày {day} chưa đến.", "{what_en}: {day} has not come yet."),
    _AGAIN, ("Đợi đến ngày đó rồi ghi.", "Wait for that day, then enter it."),
)  # fmt: skip
CHANGED = add(
    "CHANGED", ("Người khác vừa sửa", "Somebody changed it meanwhile"),
    ("{who} đã ghi vào đây lúc {when}, sau khi bạn mở trang.",
     "{who} wrote here at {when}, after you opened the page."),
    ("Xem bản mới bên dưới rồi ghi lại phần của bạn.", "Look at the new state below, then enter your part again."),
    ("Trao đổi với người đã ghi nếu hai bên khác nhau.", "Speak with whoever wrote it where you differ."),
)  # fmt: skip
NUMBER = add(
    "NUMBER", ("Không phải số", "Not a number"),
    ("“{text}” không phải một số từ 0 trở lên.", "“{text}” is no number from 0 on."),
    ("Gõ chữ số, ví dụ 45.", "Type digits, such as 45."), ("Để trống nếu chưa biết.", "Leave it empty if unknown."),
)  # fmt: skip
TIME = add(
    "TIME", ("Giờ không đọc được", "Unreadable time"),
    ("“{text}” không phải một giờ trong ngày.", "“{text}” is no time of a day."),
    ("Gõ như 19:30 hoặc 19h30.", "Type as 19:30."), ("Để trống giờ kết thúc nếu chưa biết.", "Leave the end empty."),
)  # fmt: skip
FILE_LARGE = add(
    "FILE-LARGE", ("Tệp quá lớn", "The file is too large"),
    ("Tệp lớn hơn {most} MB.", "The file is larger than {most} MB."),
    ("Chụp lại ảnh nhỏ hơn.", "Take a smaller picture."), ("Ghi ý kiến không kèm tệp.", "Enter it without the file."),
)  # fmt: skip
VILLAGE = add(
    "VILLAGE", ("Thôn không thuộc đơn vị", "The village lies elsewhere"),
    ("Thôn đã chọn không thuộc {unit}.", "The chosen village does not lie in {unit}."),
    ("Chọn thôn của đơn vị.", "Choose a village of the unit."),
    ("Kiểm tra đơn vị đang chọn ở đầu trang.", "Check the unit chosen at the top."),
)  # fmt: skip

MEETING_PATH = add(
    "MEETING-PATH", ("Không có họp dân", "No village meeting"),
    ("{round}: trình tự này không có họp dân.", "{round}: this path has no village meeting."),
    ("Niêm yết kết quả tại trụ sở UBND xã.", "Post the results at the commune's office."),
    ("Chọn đúng đợt rà soát.", "Choose the right round."), source=_QD24,
)  # fmt: skip
MEETING_OPEN = add(
    "MEETING-OPEN", ("Thôn đang có cuộc họp chưa chốt", "A meeting is not closed yet"),
    ("{village} đã có cuộc họp lần {number} chưa chốt kết quả.",
     "Meeting {number} of {village} has not been closed yet."),
    ("Ghi và chốt kết quả cuộc họp đó.", "Enter and close that meeting."),
    ("Xóa cuộc họp đó nếu không diễn ra.", "Remove that meeting if it did not take place."),
)  # fmt: skip
MEETING_HELD = add(
    "MEETING-HELD", ("Cuộc họp đã chốt", "The meeting was closed"),
    ("Biên bản họp lần {number} của {village} đã chốt, không sửa được.",
     "Meeting {number} of {village} was closed and does not change."),
    ("Hộ cần xem lại thì khảo sát lại và họp lần sau.", "Survey again and meet again where something was wrong."),
    _SEE,
)  # fmt: skip
MEETING_NOT_YET = add(
    "MEETING-NOT-YET", ("Chưa đến giờ họp", "The meeting has not begun"),
    ("Cuộc họp bắt đầu lúc {when}; chưa chốt được.", "The meeting begins at {when}; it cannot be closed yet."),
    ("Sửa giờ họp nếu đã họp sớm hơn.", "Correct the time if it took place earlier."),
    ("Chốt sau khi họp xong.", "Close it when it is over."),
)  # fmt: skip
MEETING_TIME = add(
    "MEETING-TIME", ("Giờ kết thúc trước giờ bắt đầu", "It ends before it begins"),
    ("Cuộc họp kết thúc trước khi bắt đầu.", "The meeting ends before it begins."),
    ("Sửa giờ bắt đầu.", "Correct the beginning."), ("Sửa giờ kết thúc.", "Correct the end."),
)  # fmt: skip
MEETING_NOBODY = add(
    "MEETING-NOBODY", ("Chưa ghi số người dự", "Nobody attended"),
    ("Chưa ghi số người dự họp.", "The number of those attending is missing."),
    ("Ghi số người có mặt, kể cả chủ trì và thư ký.", "Enter how many were there, chair and secretary included."),
    ("Xóa cuộc họp nếu không diễn ra.", "Remove the meeting if it did not take place."), source=_QD24,
)  # fmt: skip
MEETING_NAMED = add(
    "MEETING-NAMED", ("Số người dự ít hơn danh sách", "Fewer attending than named"),
    ("Danh sách có {named} người nhưng số người dự là {attending}.",
     "{named} people are named, but {attending} attended."),
    ("Sửa số người dự.", "Correct the number of those attending."),
    ("Bỏ khỏi danh sách người không đến.", "Take out who did not come."),
)  # fmt: skip
MEETING_NO_VOTES = add(
    "MEETING-NO-VOTES", ("Chưa có biểu quyết", "No votes"),
    ("Chưa ghi biểu quyết cho hộ nào.", "No household was voted on."),
    ("Ghi số người đồng ý cho từng hộ rồi chốt.", "Enter how many agreed for each household, then close."),
    ("Xóa cuộc họp nếu không diễn ra.", "Remove the meeting if it did not take place."),
)  # fmt: skip
VOTE_MANY = add(
    "VOTE-MANY", ("Số đồng ý nhiều hơn số người dự", "More agree than attended"),
    ("{name}: {agreeing} người đồng ý, nhiều hơn {attending} người dự.",
     "{name}: {agreeing} agree, more than the {attending} attending."),
    ("Sửa số người đồng ý.", "Correct how many agreed."), ("Sửa số người dự.", "Correct how many attended."),
)  # fmt: skip
VOTE_OLD = add(
    "VOTE-OLD", ("Kết quả đã thay đổi sau biểu quyết", "The result changed after the vote"),
    ("{name} không còn ở bước “đã khảo sát” với kết quả đã biểu quyết.",
     "{name} is no longer surveyed with the result that was voted on."),
    ("Ghi lại biểu quyết cho kết quả mới.", "Enter the vote on the new result."),
    ("Xóa số đồng ý của hộ này để hộ chờ cuộc họp sau.", "Empty its vote: it waits for the next meeting."),
)  # fmt: skip
VOTE_CASE = add(
    "VOTE-CASE", ("Hộ không thuộc cuộc họp", "Not a household of this meeting"),
    ("Có hộ không ở bước “đã khảo sát” của {village}.", "A household is not among the surveyed ones of {village}."),
    ("Tải lại trang để lấy danh sách hộ mới nhất.", "Load the page again for the newest list."), _SEE,
)  # fmt: skip
VOTE_BEFORE_SURVEY = add(
    "VOTE-BEFORE-SURVEY", ("Họp trước khi khảo sát", "The meeting lies before the survey"),
    ("{name} khảo sát ngày {surveyed}, sau ngày họp {day}.",
     "{name} was surveyed on {surveyed}, after the meeting of {day}."),
    ("Sửa ngày họp.", "Correct the day of the meeting."),
    ("Xóa số đồng ý của hộ này để hộ chờ cuộc họp sau.", "Empty its vote: it waits for the next meeting."),
)  # fmt: skip

POSTING_NONE = add(
    "POSTING-NONE", ("Không có hộ để niêm yết", "Nothing to post"),
    ("Không có hộ nào sẵn sàng niêm yết ở đây.", "No household is ready to be posted here."),
    ("Chốt kết quả họp dân trước.", "Close the village meeting first."),
    ("Hộ đang phúc tra cần có kết quả phúc tra.", "A household that is checked again needs its result first."),
    source=_QD24,
)  # fmt: skip
POSTING_BEFORE = add(
    "POSTING-BEFORE", ("Niêm yết trước khi có kết quả", "Posted before the result"),
    ("{name}: kết quả có ngày {result}, sau ngày bắt đầu niêm yết {day}.",
     "{name}: the result is of {result}, after the first day of posting {day}."),
    _AGAIN, ("Để hộ này lại cho lần niêm yết sau.", "Leave this household for the next posting."), source=_QD24,
)  # fmt: skip
POSTING_FAR = add(
    "POSTING-FAR", ("Ngày niêm yết quá xa", "The day is too far ahead"),
    ("Ngày bắt đầu niêm yết {day} cách hôm nay quá 30 ngày.", "The first day {day} lies more than 30 days ahead."),
    ("Kiểm tra lại năm.", "Check the year."), ("Ghi niêm yết khi gần đến ngày.", "Enter it when the day is near."),
)  # fmt: skip

COMPLAINT_STATE = add(
    "COMPLAINT-STATE", ("Không ở thời gian niêm yết", "Not posted"),
    ("{name} đang ở bước “{state_vi}”; ý kiến chỉ ghi khi hộ đang niêm yết hoặc chưa trình.",
     "{name} is “{state_en}”; complaints are entered while it is posted and not yet proposed."),
    ("Hộ đã trình thì ghi trong ý kiến cấp trên hoặc quyết định đính chính.",
     "Of a household handed up: by the higher level's opinion, or a correction."), _SEE, source=_QD24,
)  # fmt: skip
COMPLAINT_DAY = add(
    "COMPLAINT-DAY", ("Ý kiến có trước khi niêm yết", "A complaint before the posting"),
    ("Ngày nhận {day} trước ngày bắt đầu niêm yết {starts}.",
     "Received on {day}, before the posting began on {starts}."),
    _AGAIN, ("Ý kiến trước niêm yết thì ghi ở biên bản họp dân.", "Earlier words belong to the minutes."),
)  # fmt: skip
COMPLAINT_LATE = add(
    "COMPLAINT-LATE", ("Ý kiến đến sau thời gian niêm yết", "A complaint after the posting"),
    ("Niêm yết đã hết ngày {ends}; nhận ý kiến ngày {day} cần ghi lý do chấp nhận.",
     "The posting ended on {ends}; to take a complaint of {day} say why."),
    ("Ghi lý do Ban Chỉ đạo chấp nhận.", "Enter why the committee takes it."), _AGAIN, source=_QD24,
)  # fmt: skip
ANSWERED = add(
    "ANSWERED", ("Ý kiến đã được trả lời", "It was answered"),
    ("Ý kiến này đã trả lời ngày {day}.", "This complaint was answered on {day}."),
    ("Xem nội dung đã trả lời.", "Read the answer."),
    ("Ý kiến mới thì ghi thành một ý kiến khác.", "Enter new words as another complaint."),
)  # fmt: skip
ANSWER_RECHECK = add(
    "ANSWER-RECHECK", ("Chưa có kết quả phúc tra", "No result of the recheck"),
    ("{name} chưa có kết quả phúc tra sau ngày nhận ý kiến {day}.",
     "{name} has no result of a recheck since the complaint of {day}."),
    ("Ghi phiếu phúc tra của hộ trước.", "Enter the recheck first."), _SEE, source=_QD24,
)  # fmt: skip
ANSWER_DAY = add(
    "ANSWER-DAY", ("Ngày trả lời không đúng", "Not a day of the answer"),
    ("Ngày trả lời {day} trước ngày {earlier}.", "The answer of {day} lies before {earlier}."),
    _AGAIN, ("Kiểm tra ngày phúc tra.", "Check the day of the recheck."),
)  # fmt: skip

PROPOSAL_NONE = add(
    "PROPOSAL-NONE", ("Không có hộ để trình", "Nothing to propose"),
    ("Ngày {day} chưa có hộ nào đủ điều kiện trình.", "On {day} no household is ready."),
    ("Xem cột “Còn chờ” để biết hộ thiếu gì.", "See what each household waits for."),
    ("Đợi hết thời gian niêm yết.", "Wait until the posting is over."), source=_QD24,
)  # fmt: skip
PROPOSAL_NOT_READY = add(
    "PROPOSAL-NOT-READY", ("Hộ chưa đủ điều kiện trình", "Not ready to be proposed"),
    ("{name}: {why_vi}.", "{name}: {why_en}."),
    ("Bỏ hộ này khỏi lần trình.", "Leave this household out."),
    ("Làm xong việc còn thiếu rồi trình.", "Do what is missing first."), source=_QD24,
)  # fmt: skip

OPINION_PATH = add(
    "OPINION-PATH", ("Không cần ý kiến cấp trên", "No higher opinion in this path"),
    ("{round}: trình tự này không lấy ý kiến cấp trên.", "{round}: this path asks no higher level."),
    ("Lập dự thảo quyết định.", "Draft the decision."), ("Chọn đúng đợt rà soát.", "Choose the right round."),
    source=_QD24,
)  # fmt: skip
OPINION_ASKED = add(
    "OPINION-ASKED", ("Đã xin ý kiến", "It was asked"),
    ("Danh sách trình lần {number} đã gửi xin ý kiến ngày {day}.", "Proposal {number} was sent on {day}."),
    ("Ghi trả lời vào lần xin ý kiến đó.", "Enter the answer there."),
    ("Danh sách trình khác thì xin ý kiến riêng.", "Ask separately about another proposal."),
)  # fmt: skip
OPINION_ABOVE = add(
    "OPINION-ABOVE", ("Không rõ cấp trên", "No unit above"),
    ("Không tìm thấy đơn vị cấp trên của {unit} vào ngày {day}.", "No unit above {unit} is known on {day}."),
    _AGAIN, ("Báo quản trị kiểm tra danh mục đơn vị.", "Ask the administrator to check the units."),
)  # fmt: skip
OPINION_DAY = add(
    "OPINION-DAY", ("Ngày không đúng thứ tự", "Days out of order"),
    ("Ngày {day} trước ngày {earlier}.", "{day} lies before {earlier}."),
    _AGAIN, ("Kiểm tra ngày trình, ngày gửi.", "Check the days of the proposal and of the letter."),
)  # fmt: skip
OPINION_ANSWERED = add(
    "OPINION-ANSWERED", ("Đã ghi trả lời", "The answer was entered"),
    ("Trả lời ngày {day} đã ghi, không sửa được.", "The answer of {day} was entered and does not change."),
    ("Có trả lời mới thì phúc tra, niêm yết và trình lại.", "After another answer check, post and propose again."),
    ("Xem nội dung đã ghi.", "Read what was entered."),
)  # fmt: skip
OPINION_RECHECK = add(
    "OPINION-RECHECK", ("Chưa chọn hộ phải xem lại", "No household to check again"),
    ("Cấp trên chưa nhất trí thì phải chọn ít nhất một hộ của danh sách đã trình để phúc tra.",
     "Where the higher level disagrees at least one household of the proposal is checked again."),
    ("Đánh dấu những hộ cấp trên nêu.", "Mark the households it names."),
    ("Chọn “nhất trí” nếu không có hộ nào phải xem lại.", "Choose agreement where there is none."),
)  # fmt: skip
