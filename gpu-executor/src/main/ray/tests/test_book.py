"""The book of turns, with a clock that the test sets."""

import pytest

from witan_ray.book import Book
from witan_ray.turns import Failure, Kind, Record, Status, Turn

CANCELLED = Failure(Kind.CANCELLED, "nobody wants it")


class Clock:
    def __init__(self) -> None:
        self.time = 1_000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(clock: Clock) -> Book:
    return Book(slots=2, queue=1, keep=3_600, now=clock)


def turn(key: str) -> Turn:
    """The group is what stands before the stroke."""
    return Turn(key, key.split("/", maxsplit=1)[0], {"model": "m"}, 2_000.0, "http://m/v1")


def submitted(book: Book, key: str) -> Record:
    record = book.submit(turn(key))
    assert record is not None
    return record


def keys(records: list[Record]) -> list[str]:
    return [record.turn.key for record in records]


def test_a_turn_waits_runs_and_ends(book: Book, clock: Clock) -> None:
    record = submitted(book, "A/1")
    assert record.told()["status"] == "SUBMITTED"
    assert record.told()["started_at"] is None
    assert book.begin() == [record]
    assert record.told()["status"] == "RUNNING"
    clock.time += 4

    book.complete(record, {"choices": []})

    assert book.find("A/1") is record
    assert record.told() == {
        "key": "A/1",
        "group": "A",
        "status": "COMPLETED",
        "submitted_at": 1_000.0,
        "started_at": 1_000.0,
        "ended_at": 1_004.0,
        "tokens": 0,
        "answer": {"choices": []},
        "failure": None,
    }
    assert book.stats()["mean_seconds"] == 4


def test_a_key_that_is_known_is_not_run_again(book: Book) -> None:
    first = submitted(book, "A/1")
    book.begin()

    assert book.submit(turn("A/1")) is first
    assert book.begin() == []
    book.complete(first, {})
    assert book.submit(turn("A/1")) is first
    assert book.stats()["joined"] == 2
    assert book.stats()["submitted"] == 1


def test_one_that_has_failed_is_run_anew(book: Book) -> None:
    failed = submitted(book, "A/1")
    book.begin()
    book.fail(failed, Failure(Kind.UNAVAILABLE, "away"))

    again = submitted(book, "A/1")

    assert again is not failed
    assert again.status is Status.SUBMITTED
    assert book.begin() == [again]
    assert book.stats()["joined"] == 0


def test_what_comes_of_an_earlier_attempt_changes_nothing_in_a_later_one(book: Book) -> None:
    first = submitted(book, "A/1")
    book.begin()
    book.fail(first, CANCELLED)
    second = submitted(book, "A/1")
    book.begin()

    book.complete(first, {"late": True})

    assert book.find("A/1") is second
    assert second.status is Status.RUNNING
    assert book.stats()["running"] == 1


def test_turns_of_one_group_share_a_slot(book: Book) -> None:
    for key in ("A/1", "B/1", "A/2", "A/3", "B/2"):
        submitted(book, key)
        book.begin()

    stats = book.stats()

    assert (stats["running_groups"], stats["running"], stats["waiting"]) == (2, 5, 0)


def test_a_slot_is_free_when_the_last_turn_of_its_group_has_ended(book: Book) -> None:
    first, second, _ = (submitted(book, key) for key in ("A/1", "A/2", "B/1"))
    book.begin()
    waits = submitted(book, "C/1")
    assert book.begin() == []

    book.fail(first, CANCELLED)
    assert book.begin() == []
    book.fail(second, CANCELLED)

    assert book.begin() == [waits]


def test_a_free_slot_is_taken_by_the_group_that_waits_longest_with_all_its_turns(clock: Clock) -> None:
    book = Book(slots=1, queue=5, keep=60, now=clock)
    running = submitted(book, "A/1")
    book.begin()
    for key in ("B/1", "C/1", "B/2"):
        submitted(book, key)
    assert book.begin() == []

    book.complete(running, {})

    assert keys(book.begin()) == ["B/1", "B/2"]
    assert keys(book.active()) == ["B/1", "C/1", "B/2"]


def test_what_finds_no_place_is_refused_and_leaves_no_trace(book: Book) -> None:
    for key in ("A/1", "B/1"):
        submitted(book, key)
    book.begin()
    submitted(book, "C/1")

    assert book.submit(turn("D/1")) is None

    assert book.find("D/1") is None
    assert book.stats()["refused"] == 1
    submitted(book, "A/2")


def test_one_that_failed_and_finds_no_place_stays_failed(book: Book) -> None:
    failed = submitted(book, "D/1")
    book.fail(failed, CANCELLED)
    for key in ("A/1", "B/1"):
        submitted(book, key)
    book.begin()
    submitted(book, "C/1")

    assert book.submit(turn("D/1")) is None

    assert book.find("D/1") is failed


def test_one_that_waits_can_be_ended(book: Book) -> None:
    record = submitted(book, "A/1")

    book.fail(record, CANCELLED)

    assert book.begin() == []
    assert record.told()["failure"] == {"kind": "cancelled", "message": "nobody wants it"}
    assert record.told()["started_at"] is None


def test_the_first_end_counts(book: Book) -> None:
    record = submitted(book, "A/1")
    book.begin()
    book.fail(record, CANCELLED)

    book.complete(record, {"late": True})

    assert record.status is Status.FAILED
    assert record.answer is None
    assert book.stats()["completed"] == 0
    assert book.stats()["failed"] == 1


def test_those_that_were_lost_are_counted(book: Book) -> None:
    for key, kind in (("A/1", Kind.LOST), ("A/2", Kind.LATE)):
        book.fail(submitted(book, key), Failure(kind, "why"))

    assert book.stats()["lost"] == 1
    assert book.stats()["failed"] == 2


def test_an_end_is_kept_for_its_time_and_no_longer(book: Book, clock: Clock) -> None:
    record = submitted(book, "A/1")
    book.begin()
    book.complete(record, {})
    clock.time += 3_599
    assert book.find("A/1") is record

    clock.time += 1

    assert book.find("A/1") is None
    assert submitted(book, "A/1").status is Status.SUBMITTED


def test_one_that_is_run_anew_is_not_forgotten_with_its_first_attempt(book: Book, clock: Clock) -> None:
    book.fail(submitted(book, "A/1"), CANCELLED)
    again = submitted(book, "A/1")

    clock.time += 4_000

    assert book.find("A/1") is again


def test_what_runs_is_never_forgotten(book: Book, clock: Clock) -> None:
    record = submitted(book, "A/1")
    book.begin()

    clock.time += 100_000

    assert book.find("A/1") is record


def test_progress_is_told_while_it_runs(book: Book) -> None:
    record = submitted(book, "A/1")
    book.heard("A/1", 7)
    assert record.tokens == 0
    book.begin()

    book.heard("A/1", 7)
    book.heard("unknown", 7)

    assert record.told()["tokens"] == 7


@pytest.mark.parametrize(("slots", "queue"), [(0, 1), (-1, 1), (1, -1)])
def test_sizes_that_make_no_sense_are_refused(slots: int, queue: int, clock: Clock) -> None:
    with pytest.raises(ValueError, match=r"(slots|queue) is"):
        Book(slots=slots, queue=queue, keep=60, now=clock)
