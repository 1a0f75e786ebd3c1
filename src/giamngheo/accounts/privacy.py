"""How widely each stored field may be shown."""

from giamngheo.foundation.privacy import Privacy

FIELDS = {
    "User": {
        "id": Privacy.INTERNAL,
        "username": Privacy.PERSONAL,
        "full_name": Privacy.PERSONAL,
        "password": Privacy.SENSITIVE,
        "language": Privacy.INTERNAL,
        "is_active": Privacy.INTERNAL,
        "must_change_password": Privacy.INTERNAL,
        "created_at": Privacy.INTERNAL,
        "last_login": Privacy.PERSONAL,
    },
    "SavedView": dict.fromkeys(("id", "user", "screen", "name", "query", "created_at"), Privacy.INTERNAL),
    "Grant": dict.fromkeys(
        (
            "id", "user", "role", "unit", "by_village", "villages", "valid_from", "valid_to",
            "granted_at", "granted_by", "revoked_at", "revoked_by",
        ),
        Privacy.INTERNAL,
    ),
    "GrantVillage": dict.fromkeys(("id", "grant", "village"), Privacy.INTERNAL),
}  # fmt: skip
