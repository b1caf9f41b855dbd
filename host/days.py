"""Days of the calendar: `datetime` would cost each order the time to import it."""

from __future__ import annotations


def days_since_epoch(year: int, month: int, day: int) -> int:
    """Days since 1 January 1970 in the Gregorian calendar. Counts years from March, so that a leap day is the last of its year."""
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    leaps = year // 4 - year // 100 + year // 400
    return year * 365 + leaps + (month * 153 + 2) // 5 + day - 1 - 719_468
