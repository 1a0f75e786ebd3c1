"""A certificate with a table of people and one box a year: an A4 sheet printed on both sides, no letter of NĐ 30.

`Certificate` is what stands on the sheet; `pdf`, `docx` and `html` set any number of them into one file.
"""

from giamngheo.paperwork.certificate.value import Box, Certificate, Field

__all__ = ["Box", "Certificate", "Field"]
