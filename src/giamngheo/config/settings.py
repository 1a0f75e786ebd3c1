"""One settings module for a PC, a province and the tests; what differs comes from the environment.

GIAMNGHEO_DATA_DIR     folder of the SQLite file, the secret key and uploads (default: ./var)
GIAMNGHEO_DATABASE_URL postgres://... for a province; SQLite in the data folder when absent
GIAMNGHEO_SECRET_KEY   from a secret store; else made once and kept in the data folder, readable by its owner only
GIAMNGHEO_HOSTS        comma-separated host names; 127.0.0.1 and localhost when absent
GIAMNGHEO_HTTPS        1 behind a TLS proxy: secure cookies, HSTS, redirect
GIAMNGHEO_PROXY        address of that proxy, whose X-Forwarded-Proto and -For are believed; 127.0.0.1 when absent
GIAMNGHEO_EMAIL_HOST   mail server for reminders; none when absent. Also GIAMNGHEO_EMAIL_PORT (587),
                       GIAMNGHEO_EMAIL_USER, GIAMNGHEO_EMAIL_PASSWORD, GIAMNGHEO_EMAIL_FROM
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import dj_database_url

from giamngheo.config.secret import secret_key

PACKAGE = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("GIAMNGHEO_DATA_DIR", "var")).resolve()

SECRET_KEY = os.environ.get("GIAMNGHEO_SECRET_KEY") or secret_key(DATA_DIR)
DEBUG = os.environ.get("GIAMNGHEO_DEBUG") == "1"
ALLOWED_HOSTS = [host.strip() for host in os.environ.get("GIAMNGHEO_HOSTS", "127.0.0.1,localhost").split(",")]
HTTPS = os.environ.get("GIAMNGHEO_HTTPS") == "1"
PROXY = os.environ.get("GIAMNGHEO_PROXY", "127.0.0.1")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "giamngheo.audit",
    "giamngheo.territory",
    "giamngheo.accounts",
    "giamngheo.documents",
    "giamngheo.households",
    "giamngheo.review",
    "giamngheo.programme",
    "giamngheo.funds",
    "giamngheo.support",
    "giamngheo.labour",
    "giamngheo.monitoring",
    "giamngheo.planning",
    "giamngheo.office",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "giamngheo.office.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "giamngheo.office.security.ContentSecurityPolicy",
    "giamngheo.office.scope.CurrentUnitMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "giamngheo.config.urls"
WSGI_APPLICATION = "giamngheo.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "giamngheo.office.context.frame",
            ],
        },
    },
]

_SQLITE = f"sqlite:///{(DATA_DIR / 'giamngheo.sqlite3').as_posix()}"
_ADDRESS = os.environ.get("GIAMNGHEO_DATABASE_URL") or _SQLITE
DATABASES: dict[str, dict[str, Any]] = {"default": dict(dj_database_url.parse(_ADDRESS))}
if str(DATABASES["default"]["ENGINE"]).endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # Readers never wait for a writer; a writer waits for another instead of failing at once.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    # Compiling a query's expressions took longer than it ever saved here: half of the time of a dashboard's aggregate.
    # With the 4 MB that PostgreSQL is delivered with, joining a province's households goes through files on the disk.
    _OPTIONS = {"options": "-c jit=off -c work_mem=32MB"}
    DATABASES["default"]["OPTIONS"] = {**_OPTIONS, **DATABASES["default"].get("OPTIONS", {})}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "office:sign-in"
LOGIN_REDIRECT_URL = "office:home"
LOGOUT_REDIRECT_URL = "office:sign-in"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_FAILURE_VIEW = "giamngheo.office.errors.csrf_failure"

# Five wrong passwords for one name from one address: fifteen minutes' rest. Every attempt is kept.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_USERNAME_CALLABLE = "giamngheo.accounts.attempts.account_tried"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "giamngheo.office.accounts.views.locked_out"
AXES_SENSITIVE_PARAMETERS = ["password"]
AXES_VERBOSE = False

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_AGE = 31_536_000
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["giamngheo.config.formats"]

STATIC_URL = "static/"
# Static files are served from the packages themselves: no STATIC_ROOT, nothing to collect on an officer's PC.
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = DATA_DIR / "files"

MAX_UPLOAD_BYTES = 50 * 1024 * 1024
# A file somewhat too large gets a page that says so (it waits on disk, not in memory); beyond this the server hangs up.
MAX_REQUEST_BYTES = 350 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000  # the largest table edited on a screen has 4 000 cells, each a field
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# Without a server nothing is mailed: reminders are a list on the screen.
EMAIL_HOST = os.environ.get("GIAMNGHEO_EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("GIAMNGHEO_EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("GIAMNGHEO_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("GIAMNGHEO_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = EMAIL_PORT == 587
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("GIAMNGHEO_EMAIL_FROM", EMAIL_HOST_USER or "giamngheo@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
