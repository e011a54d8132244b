"""A turn as it is sent to the cluster, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Status(StrEnum):
    """Where a turn stands; the last three are final, and nothing is kept of an unknown one."""

    SUBMITTED = "SUBMITTED"
    RUNNING = "RUNNING"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"
    NOT_FOUND = "NOT_FOUND"

    @property
    def is_active(self) -> bool:
        return self in (Status.SUBMITTED, Status.RUNNING)


class Kind(StrEnum):
    """Why there is no answer, as whoever asked must know to go on."""

    REJECTED = "rejected"
    """The model server refuses it: asking again is of no use."""
    UNAVAILABLE = "unavailable"
    """The model server is away or busy: it may answer later."""
    LATE = "late"
    """The deadline has passed."""
    CANCELLED = "cancelled"
    LOST = "lost"
    """Who ran it died: it may have been paid for."""


@dataclass(frozen=True)
class Turn:
    """What to ask.

    key: who sends it again under the same key gets the same answer.
    group: what shares a slot: the deliberation.
    chat: the body for ``/v1/chat/completions``, to the letter.
    deadline: seconds since 1970; nobody waits for the answer after it.
    endpoint: the server's address up to ``/v1``.
    trace: the W3C trace context of whoever asks, header by header.
    """

    key: str
    group: str
    chat: dict[str, Any]
    deadline: float
    endpoint: str
    trace: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Failure:
    """Why there is no answer, in a word and in a sentence."""

    kind: Kind
    message: str


LATE = Failure(Kind.LATE, "the deadline has passed")


@dataclass(eq=False)
class Record:
    """One attempt at a turn. Times are in seconds since 1970, None for what has not happened."""

    turn: Turn
    submitted_at: float
    status: Status = Status.SUBMITTED
    started_at: float | None = None
    ended_at: float | None = None
    answer: dict[str, Any] | None = None
    failure: Failure | None = None
    tokens: int = 0

    def told(self) -> dict[str, Any]:
        """As JSON tells it; the question is left out, as its asker knows it."""
        failure = self.failure
        return {
            "key": self.turn.key,
            "group": self.turn.group,
            "status": self.status.value,
            "submitted_at": self.submitted_at,
            "started_at": self.started_at,
            "ended_at": self.ended_at,
            "tokens": self.tokens,
            "answer": self.answer,
            "failure": failure and {"kind": failure.kind.value, "message": failure.message},
        }
