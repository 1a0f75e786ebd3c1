"""The books that take workbooks."""

from giamngheo.office.funds.sheet import LEDGER
from giamngheo.office.labour.sheets import VACANCIES_BOOK, WORKERS_BOOK
from giamngheo.office.sheets.book import Book
from giamngheo.office.support.sheet import DELIVERIES

BOOKS: dict[str, Book] = {each.kind: each for each in (DELIVERIES, WORKERS_BOOK, VACANCIES_BOOK, LEDGER)}
