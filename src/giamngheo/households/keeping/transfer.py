"""The transfer code of a household that left whole: what the next commune shows to take in that very household.

"12-3K7QD-W9RXA": the household's number, and fifty bits made from it, its last day and the installation's secret.
Nothing is stored; the code is void as soon as the household lives somewhere again, for then it has no last day.
"""

from __future__ import annotations

import hmac

from django.utils.crypto import salted_hmac

from giamngheo.foundation.text import squeeze
from giamngheo.households.models import EndedAs, Household

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
_AS_READ = str.maketrans("ILO", "110")
_LENGTH = 10


def transfer_code(household: Household) -> str:
    """The code of a household that departed; blank for any other."""
    if household.ended_as != EndedAs.DEPARTED:
        return ""
    tag = _tag(household)
    return f"{household.pk}-{tag[:5]}-{tag[5:]}"


def household_of_code(typed: str) -> Household | None:
    """The departed household whose code this is, however it was typed; None for any other words."""
    words = squeeze(typed).upper().replace(" ", "").replace("-", "")
    number, tag = words[:-_LENGTH], words[-_LENGTH:].translate(_AS_READ)
    if not (number.isascii() and number.isdecimal() and len(number) <= 12):
        return None
    found = Household.objects.filter(pk=int(number), ended_as=EndedAs.DEPARTED).first()
    return found if found is not None and hmac.compare_digest(_tag(found).encode(), tag.encode()) else None


def _tag(household: Household) -> str:
    digest = salted_hmac("households.transfer", f"{household.pk}:{household.ended_on}", algorithm="sha256").digest()
    bits = int.from_bytes(digest[:8], "big")
    return "".join(_LETTERS[bits >> (5 * at) & 31] for at in range(_LENGTH))
