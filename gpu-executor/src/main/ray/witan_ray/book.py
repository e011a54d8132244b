"""The one list of turns of a cluster: what runs, what waits, and what came of it in the last hour."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from witan_ray.slots import Slots
from witan_ray.turns import Failure, Kind, Record, Status, Turn


class Book:
    """Knows every turn by its key.

    It is plain Python without Ray and without time of its own, so that all of it can be tried. A turn is
    submitted, runs when its group has a slot, and ends once; its end is kept for ``keep`` seconds. A turn
    that has failed may be submitted again, and then is a new one.
    """

    def __init__(self, slots: int, queue: int, keep: float, now: Callable[[], float]) -> None:
        if queue < 0:
            raise ValueError(f"queue is {queue}, it cannot be below 0")
        self._slots = Slots(slots)
        self._queue = queue
        self._keep = keep
        self._now = now
        self._started_at = now()
        self._records: dict[str, Record] = {}
        self._active: OrderedDict[Record, None] = OrderedDict()
        self._waiting: OrderedDict[Record, None] = OrderedDict()
        self._ended: OrderedDict[Record, None] = OrderedDict()
        self._counts = dict.fromkeys(("submitted", "completed", "failed", "joined", "refused", "lost"), 0)
        self._busy_seconds = 0.0

    def submit(self, turn: Turn) -> Record | None:
        """Takes a turn, or answers what is known of its key, unless that has failed.

        None when its group has no slot and the queue is full; then nothing is kept.
        """
        known = self.find(turn.key)
        if known is not None and known.status is not Status.FAILED:
            self._counts["joined"] += 1
            return known
        if not self._slots.would_admit(turn.group) and len(self._waiting) >= self._queue:
            self._counts["refused"] += 1
            return None
        if known is not None:
            del self._ended[known]
        record = Record(turn, self._now())
        self._records[turn.key] = record
        self._active[record] = None
        self._waiting[record] = None
        self._counts["submitted"] += 1
        return record

    def begin(self) -> list[Record]:
        """Those to start now, the ones that wait longest first; they count as running."""
        begun = []
        for record in list(self._waiting):
            if self._slots.would_admit(record.turn.group):
                self._slots.enter(record.turn.group)
                del self._waiting[record]
                record.status = Status.RUNNING
                record.started_at = self._now()
                begun.append(record)
        return begun

    def heard(self, key: str, tokens: int) -> None:
        """A running turn has so many pieces of its answer."""
        record = self._records.get(key)
        if record is not None and record.status is Status.RUNNING:
            record.tokens = tokens

    def complete(self, record: Record, answer: dict[str, Any]) -> None:
        """Keeps an answer; without effect on a turn that has ended already."""
        if self._end(record, Status.COMPLETED):
            record.answer = answer

    def fail(self, record: Record, failure: Failure) -> None:
        """Keeps why there is no answer; without effect on a turn that has ended already."""
        if self._end(record, Status.FAILED):
            record.failure = failure
            self._counts["lost"] += failure.kind is Kind.LOST

    def find(self, key: str) -> Record | None:
        """What is known of a key; None when it was never heard of, or too long ago."""
        self._forget()
        return self._records.get(key)

    def active(self) -> list[Record]:
        """All that run or wait, in the order in which they came."""
        return list(self._active)

    def stats(self) -> dict[str, float]:
        """Counts since the book was opened, and how full it is."""
        ended = self._counts["completed"] + self._counts["failed"]
        return {
            **self._counts,
            "slots": self._slots.number,
            "queue": self._queue,
            "running_groups": self._slots.held,
            "running": self._slots.running,
            "waiting": len(self._waiting),
            "mean_seconds": self._busy_seconds / ended if ended else 0.0,
            "started_at": self._started_at,
        }

    def _end(self, record: Record, status: Status) -> bool:
        if not record.status.is_active:
            return False
        now = self._now()
        if record.started_at is None:
            del self._waiting[record]
        else:
            self._slots.leave(record.turn.group)
            self._busy_seconds += now - record.started_at
        record.status = status
        record.ended_at = now
        del self._active[record]
        self._ended[record] = None
        self._counts["completed" if status is Status.COMPLETED else "failed"] += 1
        return True

    def _forget(self) -> None:
        oldest = self._now() - self._keep
        while self._ended:
            record = next(iter(self._ended))
            if record.ended_at is None or record.ended_at > oldest:
                return
            del self._ended[record]
            del self._records[record.turn.key]
