"""The arithmetic of the core, pinned: shares, rounding, derived meters, clamping, dice."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.chance import MASK, draw, mix, pick, site
from game.core.derived import half_up, value
from game.core.meter import Derived
from game.core.work import share
from tests.core.small import Table, small


@pytest.mark.parametrize(
    ("amount", "parts", "shares"),
    [
        (14, 2, [7, 7]),
        (3, 2, [2, 1]),
        (-3, 2, [-2, -1]),
        (10, 4, [3, 2, 3, 2]),
        (1, 4, [1, 0, 0, 0]),
        (-5, 3, [-2, -2, -1]),
        (7, 1, [7]),
    ],
)
def test_an_amount_is_shared_out_in_whole_numbers(amount: int, parts: int, shares: list[int]) -> None:
    assert [share(amount, part, parts) for part in range(parts)] == shares


@given(st.integers(-999, 999), st.integers(1, 4))
def test_shares_add_up_and_the_first_is_the_largest(amount: int, parts: int) -> None:
    shares = [share(amount, part, parts) for part in range(parts)]
    assert sum(shares) == amount
    assert max(map(abs, shares)) == abs(shares[0])
    assert max(shares) - min(shares) <= 1
    assert [share(-amount, part, parts) for part in range(parts)] == [-each for each in shares]


@pytest.mark.parametrize(
    ("number", "by", "rounded"), [(5, 2, 3), (4, 3, 1), (5, 3, 2), (-5, 2, -2), (-1, 2, 0), (0, 7, 0), (149, 100, 1)]
)
def test_half_is_rounded_up(number: int, by: int, rounded: int) -> None:
    assert half_up(number, by) == rounded


def each(count: int) -> tuple[tuple[int, ...], ...]:
    """Terms that are one cell each."""
    return tuple((cell,) for cell in range(count))


@pytest.mark.parametrize(
    ("form", "cells", "result"),
    [
        ("lowest", (40, 24, 70), 24),
        ("highest", (40, 24, 70), 70),
        ("mean", (40, 24, 70), 45),
        ("mean", (1, 2), 2),
        ("spread", (40, 24, 70), 46),
        ("sum", (10, 20, 30), 60),
        ("product", (50, 50), 25),
        ("product", (33, 33), 11),
        ("product", (50, 50, 50), 13),
        ("weakest link", (30, 60, 90), 40),
        ("weakest link", (46, 40, 15), 21),
        ("weakest link", (20, 20, 20), 20),
        ("weakest link", (20, 22, 24), 21),
    ],
)
def test_each_form_of_a_derived_meter(form: str, cells: tuple[int, ...], result: int) -> None:
    assert value(Derived(9, form, each(len(cells))), cells) == result


@pytest.mark.parametrize(("cells", "percent"), [((40, 39, 41), 67), ((1, 2, 3), 0), ((90, 90, 90), 100), ((40,), 100)])
def test_a_share_counts_the_terms_at_the_threshold_or_above(cells: tuple[int, ...], percent: int) -> None:
    assert value(Derived(9, "share", each(len(cells)), threshold=40), cells) == percent


def test_a_term_may_be_the_mean_of_some_cells() -> None:
    assert value(Derived(9, "lowest", ((0, 1, 2), (3,))), (40, 24, 70, 46)) == 45
    assert value(Derived(9, "weakest link", ((0, 1, 2), (3,), (4,))), (40, 24, 70, 40, 15)) == 21


def test_weights_and_constant_are_added_before_the_division_and_the_clamp() -> None:
    readiness = Derived(9, "sum", each(2), weights=((2, 10),), plus=20, over=2)
    assert value(readiness, (10, 46, 0)) == 38
    assert value(readiness, (10, 46, 1)) == 43
    assert value(readiness, (100, 100, 1)) == 100
    assert value(Derived(9, "sum", each(1), plus=-50), (20,)) == 0
    assert value(Derived(9, "sum", (), weights=((0, 2),)), (20,)) == 40


def test_an_unknown_form_is_an_error_and_an_empty_share_nothing() -> None:
    with pytest.raises(ValueError, match="no such form"):
        value(Derived(9, "median", each(1)), (20,))
    assert value(Derived(9, "share", ()), ()) == 0


def test_what_is_cut_off_is_an_event_of_its_own() -> None:
    table = Table(
        small(
            """
meters: [{id: nerve, title: Nerve, start: 90}]
moves:
  - {id: up, MOVE, then: {nerve: +30}}
  - {id: down, MOVE, then: {nerve: to 4}}
"""
        )
    )
    table.does("up")
    assert table.reads("nerve") == 100
    assert table.changes("nerve") == [(30, "choice", "up"), (-20, "bound", "meter:nerve")]
    table.does("down")
    assert table.reads("nerve") == 4
    assert table.changes("nerve") == [(-96, "choice", "down")]


def test_changes_of_one_phase_are_summed_before_they_are_clamped() -> None:
    table = Table(
        small(
            """
meters: [{id: nerve, title: Nerve, start: 95}]
drift:
  - {id: first, then: {nerve: +20}}
  - {id: second, then: {nerve: -10}}
  - {id: third, then: {nerve: to 90}}
"""
        )
    )
    table.ends()
    assert table.reads("nerve") == 100
    assert table.changes("nerve") == [(20, "drift", "first"), (-10, "drift", "second"), (-5, "drift", "third")]


def test_dice_are_the_same_wherever_they_are_asked_and_differ_by_seed_turn_and_name() -> None:
    assert draw(7, 3, "a-rule/a-move") == draw(7, 3, "a-rule/a-move")
    assert len({(draw(7, turn, "x"), draw(7, turn, "y"), draw(8, turn, "x")) for turn in range(50)}) > 45
    assert site("a-rule") == site("a-rule") != site("a-rulf")
    assert 0 <= mix(MASK) <= MASK


def test_dice_are_fair() -> None:
    fell = Counter(draw(seed, turn, "any") for seed in range(200) for turn in range(100))
    assert set(fell) == set(range(100))
    assert all(130 < times < 280 for times in fell.values())
    assert sum(times for face, times in fell.items() if face < 30) == pytest.approx(6000, abs=250)
    picked = Counter(pick(seed, 0, "which", 3) for seed in range(3000))
    assert set(picked) == {0, 1, 2} and min(picked.values()) > 900
