"""Excel lists in and out, other systems' formats. Empty until the household register."""
