"""Ballots: chances from support, votes from luck, what passes, and what count must be expected."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.ballot import (
    ABSENT,
    ABSTAIN,
    AUTHORS,
    NO,
    YES,
    Chances,
    Member,
    Paragraph,
    Tally,
    cast,
    certain,
    chances,
    estimate,
    likeliest,
    needed,
    outcome,
    passes,
    rule,
    support,
    tally,
)
from game.core.draft import Hall
from game.core.logistic import FULL, LIMIT, chance

KINDS = ("principle", "blame", "procedure")
TEXTS = tuple(Paragraph(kind, kind, False, 1) for kind in KINDS)


def member(iso: str = "AAA", lean: int = 0, permanent: bool = False, absent: int = 0) -> Member:
    return Member(iso, lean, 2_000, absent, (300, -700, 0), (0, -900, 100), 50, permanent)


leanings = st.integers(-12_000, 12_000)
members = st.builds(
    Member,
    iso=st.just("AAA"),
    lean=leanings,
    width=st.integers(1, 10_000),
    absent=st.integers(0, FULL),
    effects=st.tuples(leanings, leanings, leanings),
    author=st.tuples(leanings, leanings, leanings),
)
lucks = st.integers(0, FULL - 1)
bodies = st.sampled_from(("assembly", "council"))


def test_the_table_is_the_logistic_function() -> None:
    for leaning in range(-LIMIT, LIMIT + 1, 7):
        assert abs(chance(leaning) / FULL - 1 / (1 + math.exp(-leaning / 1_000))) < 0.0002


@given(leanings, st.integers(0, 3_000))
def test_more_leaning_never_gives_less_chance(leaning: int, more: int) -> None:
    assert 0 < chance(leaning) <= chance(leaning + more) < FULL
    assert chance(leaning) + chance(-leaning) == FULL


@given(members, leanings, bodies)
def test_chances_add_up(voter: Member, stands: int, body: str) -> None:
    found = chances(voter, stands, body)
    assert sum(found) == FULL
    assert min(found) >= 0
    assert found.absent == (0 if body == "council" else voter.absent)


@given(members, leanings, st.integers(0, 5_000), lucks, bodies)
def test_more_support_never_moves_a_state_away_from_yes(
    voter: Member, stands: int, more: int, luck: int, body: str
) -> None:
    assert cast(chances(voter, stands + more, body), luck) <= cast(chances(voter, stands, body), luck)


@given(members, leanings)
def test_over_all_lucks_votes_come_as_often_as_their_chances(voter: Member, stands: int) -> None:
    found = chances(voter, stands, "assembly")
    edges = [0, found.yes, found.yes + found.abstain, FULL - found.no]
    for vote, (first, share) in enumerate(zip(edges, found, strict=True)):
        if share:
            assert cast(found, first) == vote
            assert cast(found, first + share - 1) == vote


def test_support_is_the_sum_of_its_parts() -> None:
    voter = member(lean=1_000)
    assert support(voter, (), "west", "assembly") == 1_000
    assert support(voter, (0, 1), "west", "assembly") == 600
    assert support(voter, (0, 1), "moscow", "assembly", 40) == -260
    assert support(voter, (2,), "neutral", "council", -100) == 1_050
    assert AUTHORS == ("west", "moscow", "neutral")


def test_a_state_without_a_vote_is_absent_for_certain() -> None:
    assert {cast(certain(ABSENT), luck) for luck in range(0, FULL, 100)} == {ABSENT}
    assert likeliest(certain(ABSENT)) == ABSENT


def test_of_equal_chances_the_likeliest_is_the_more_favourable() -> None:
    assert likeliest(Chances(5_000, 5_000, 0, 0)) == YES
    assert likeliest(Chances(0, 4_000, 2_000, 4_000)) == ABSTAIN


@pytest.mark.parametrize(
    ("body", "kinds", "decides"),
    [
        ("council", {"procedure"}, "procedure"),
        ("council", {"procedure", "blame"}, "council"),
        ("assembly", {"principle", "relief", "peace"}, "majority"),
        ("assembly", {"principle", "blame"}, "two-thirds"),
        ("assembly", {"consequence"}, "two-thirds"),
    ],
)
def test_what_a_text_holds_decides_what_it_takes(body: str, kinds: set[str], decides: str) -> None:
    assert rule(body, kinds) == decides


@pytest.mark.parametrize(
    ("decides", "counted", "wanted", "carried"),
    [
        ("two-thirds", Tally(66, 33, 90, 4), 66, True),
        ("two-thirds", Tally(65, 34, 0, 94), 66, False),
        ("two-thirds", Tally(0, 0, 193, 0), 1, False),
        ("majority", Tally(5, 4, 184, 0), 5, True),
        ("majority", Tally(5, 5, 183, 0), 6, False),
        ("council", Tally(9, 1, 5, 0), 9, True),
        ("council", Tally(8, 0, 7, 0), 9, False),
    ],
)
def test_abstaining_and_staying_away_do_not_count(decides: str, counted: Tally, wanted: int, carried: bool) -> None:
    assert needed(decides, counted) == wanted
    assert passes(decides, counted, 0) is carried


def test_a_permanent_member_blocks_substance_but_not_procedure() -> None:
    voters = (*(member(f"A{number:02}") for number in range(14)), member("PPP", permanent=True))
    hall = Hall(members=voters, paragraphs=TEXTS)
    seats = tuple(range(15))
    votes = [YES] * 9 + [ABSTAIN] * 5 + [NO]
    assert outcome(hall, "council", (0, 1), seats, votes) == "vetoed"
    assert outcome(hall, "council", (2,), seats, votes) == "adopted"
    assert outcome(hall, "council", (1,), seats, [ABSTAIN, *votes[1:]]) == "failed"
    assert outcome(hall, "council", (1,), seats, [*votes[:-1], ABSTAIN]) == "adopted"
    assert outcome(hall, "council", (1,), seats, [NO, *votes[1:9], YES, *votes[10:14], ABSTAIN]) == "adopted"
    assert outcome(hall, "assembly", (1,), seats, votes) == "adopted"


def test_votes_are_counted() -> None:
    assert tally([YES, NO, NO, ABSTAIN, ABSENT, YES, YES]) == Tally(3, 2, 1, 1)


def test_the_band_is_wide_where_much_is_open_and_closed_where_nothing_is() -> None:
    sure = estimate([certain(YES)] * 10 + [certain(NO)] * 3)
    assert sure.yes == (10, 10, 10)
    assert sure.tally() == Tally(10, 3, 0, 0)
    open_ = estimate([Chances(5_000, 5_000, 0, 0)] * 100)
    assert open_.yes == (50, 44, 56)
    assert open_.no == (0, 0, 0)
