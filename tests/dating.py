"""Dating: which days the date of a source names, as it is written for readers."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date

MONTHS = [*month_name][1:]
_PART = re.compile(rf"\b(?:\d{{4}}|\d{{1,2}}|{'|'.join(MONTHS)})\b")
Days = tuple[date, date]


def days(written: str) -> Days | None:
    """The first and the last day named; None where no year is.

    A month without days is all of it, a year without months too: "14 to 17 and 21 March 2022", "May 2021", "2022".
    """
    if re.fullmatch(r"\d{4}-\d\d-\d\d", written):
        return date.fromisoformat(written), date.fromisoformat(written)
    found, year, month = list[date](), 0, 0
    parts = _PART.findall(written)
    for place, part in reversed([*enumerate(parts)]):
        before = parts[place - 1] if place else ""
        if part in MONTHS:
            month = MONTHS.index(part) + 1
            if year and not re.fullmatch(r"\d{1,2}", before):
                found += [date(year, month, 1), date(year, month, monthrange(year, month)[1])]
        elif len(part) == 4:
            year, month = int(part), 0
            if before not in MONTHS:
                found += [date(year, 1, 1), date(year, 12, 31)]
        elif month:
            found.append(date(year, month, int(part)))
    return (min(found), max(found)) if found else None


def meet(one: Days, other: Days) -> bool:
    """Whether two spans have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]
