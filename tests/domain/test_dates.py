from datetime import date

import pytest

from bot.domain.dates import french_date


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 1), "1er mars 2026"),
        (date(2026, 12, 31), "31 décembre 2026"),
        (date(2024, 2, 29), "29 février 2024"),
        (date(2026, 8, 2), "2 août 2026"),
        (date(2026, 11, 11), "11 novembre 2026"),
    ],
)
def test_a_date_is_said_as_in_french(day: date, said: str) -> None:
    assert french_date(day) == said


def test_each_month_has_its_name() -> None:
    assert [french_date(date(2026, month, 1)) for month in range(1, 13)] == [
        f"1er {name} 2026"
        for name in (
            *("janvier", "février", "mars", "avril", "mai", "juin"),
            *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
        )
    ]
