"""What search looks in. Derived from the register by `keeping.index` and never the source of anything."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from giamngheo.households.models.person import Person


class SearchEntry(models.Model):
    """A person as search sees them: the village of their last household, the order in lists, and all their words,
    each with a space before it: " nguyen van an #0123" (# and the last four digits of the citizen id, @ and the
    phone)."""

    person = models.OneToOneField(Person, models.PROTECT, primary_key=True, related_name="search_entry")
    village = models.ForeignKey("territory.Village", models.PROTECT, db_index=False, related_name="+")
    sort_key = models.CharField(max_length=500)
    words = models.CharField(max_length=160)

    class Meta:
        ordering = ("sort_key", "person_id")
        # Covering: a walk in the order of lists never touches the table.
        indexes = (models.Index(fields=("sort_key", "person", "village", "words"), name="searchentry_walk"),)
        constraints = (models.CheckConstraint(condition=~Q(words=""), name="searchentry_has_words"),)

    def __str__(self) -> str:
        return self.words.strip()


class SearchWord(models.Model):
    """One word of a person, once however often it stands in the name."""

    word = models.CharField(max_length=100)
    person = models.ForeignKey(Person, models.PROTECT, related_name="search_words")

    class Meta:
        ordering = ("word", "person_id")
        constraints = (
            models.UniqueConstraint(fields=("word", "person"), name="searchword_once"),
            models.CheckConstraint(condition=~Q(word=""), name="searchword_not_empty"),
        )

    def __str__(self) -> str:
        return self.word
