"""Why rights are not given, as findings."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from giamngheo.foundation.findings import Catalogue, Finding, Severity

CATALOGUE = Catalogue("accounts")

NO_VILLAGES = CATALOGUE.add(
    "ACCOUNT-NO-VILLAGES", Severity.ERROR,
    title=("Rà soát viên chưa có thôn", "A reviewer without villages"),
    message=(
        "Quyền rà soát viên thôn của {name} không nêu thôn nào; như vậy là được ghi sổ hộ của cả xã.",
        "The grant of {name} as village reviewer names no village; that would let them write the register of the whole "
        "commune.",
    ),
    fixes=(
        ("Nêu các thôn mà người này rà soát.", "Name the villages they review."),
        ("Nếu người này thật sự rà soát mọi thôn, ghi rõ là cả xã (whole_commune).",
         "If they really review every village, say so: the whole commune (whole_commune)."),
    ),
)  # fmt: skip


class NoVillages(ValidationError):  # noqa: N818 reads as what happened
    """Refused with ACCOUNT-NO-VILLAGES; `finding` says why and what to do, the message the same in one language."""

    def __init__(self, name: str) -> None:
        self.finding: Finding = NO_VILLAGES.at(name=name)
        english = get_language() == "en"
        said = [self.finding.message, *self.finding.fixes]
        super().__init__(" ".join(each.en if english else each.vi for each in said), code=NO_VILLAGES.code)
