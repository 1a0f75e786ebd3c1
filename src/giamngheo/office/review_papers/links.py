"""What the page of a round links to here."""

from django.utils.translation import gettext_lazy as _

from giamngheo.accounts.permissions import Permission

# (name of an address that takes the round's key, what it is called, who may open it)
ROUND_LINKS = (("office:review-papers", _("Giấy tờ của đợt"), Permission.VIEW_REVIEW),)
