"""Why the review refuses: its catalogue, and the exceptions that carry findings. Groups of verbs add theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from giamngheo.foundation.findings import Catalogue, Entry, Finding, FindingError, Severity

CATALOGUE = Catalogue("poverty review")
Pair = tuple[str, str]


class Refused(FindingError):  # noqa: N818 reads as what happened
    """Nothing was written. `findings`: every reason, at least one."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(findings[0])
        self.findings: Sequence[Finding] = findings


def refuse(entry: Entry, line: int | None = None, **values: Any) -> Refused:
    """The refusal of one finding, to be raised."""
    return Refused(entry.at(line, **values))


def add(
    code: str, title: Pair, message: Pair, *fixes: Pair, severity: Severity = Severity.ERROR, source: str = ""
) -> Entry:
    """Register REVIEW-`code`."""
    return CATALOGUE.add(f"REVIEW-{code}", severity, title=title, message=message, fixes=fixes, source=source)


STALE = add(
    "STALE", ("Người khác vừa ghi", "Somebody wrote meanwhile"),
    ("{who} vừa chuyển hộ này sang “{state_vi}” lúc {when}.", "{who} moved this household to “{state_en}” at {when}."),
    ("Mở lại hộ, xem việc vừa ghi, rồi làm tiếp từ đó.", "Open the household again and go on from what was written."),
    ("Nếu việc vừa ghi là nhầm, trao đổi với người đã ghi.", "If that was a mistake, speak with whoever wrote it."),
)  # fmt: skip
STEP = add(
    "STEP", ("Chưa đến bước này", "Not the next step"),
    ("Hộ đang ở bước “{from_vi}”, chưa thể chuyển sang “{to_vi}”.",
     "From “{from_en}” a household does not go to “{to_en}”."),
    ("Làm xong bước còn thiếu (khảo sát, họp dân, niêm yết) rồi chuyển.",
     "Do the missing step first (survey, meeting, posting)."),
    ("Xem các bước của hộ ở trang của hộ trong đợt rà soát.", "See the steps on the household's page in the round."),
)  # fmt: skip
ROUND_STATE = add(
    "ROUND-STATE", ("Đợt rà soát không mở", "The round is not open"),
    ("{round} {state_vi}.", "{round}: {state_en}."),
    ("Mở đợt rà soát nếu đợt đang chuẩn bị.", "Open the round if it is being prepared."),
    ("Việc của đợt đã kết thúc chỉ sửa bằng quyết định đính chính.",
     "A closed round is corrected by a new decision only."),
)  # fmt: skip
