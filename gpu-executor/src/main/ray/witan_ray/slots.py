"""How many groups may be at work at once."""

from __future__ import annotations

from collections import Counter


class Slots:
    """A slot is held by a group for as long as it has a turn that runs."""

    def __init__(self, number: int) -> None:
        if number < 1:
            raise ValueError(f"slots is {number}, at least 1 is needed")
        self.number = number
        self._running: Counter[str] = Counter()

    @property
    def held(self) -> int:
        """Groups that hold one."""
        return len(self._running)

    @property
    def running(self) -> int:
        """Turns that run."""
        return self._running.total()

    def would_admit(self, group: str) -> bool:
        """Whether a turn of the group may start now."""
        return group in self._running or self.held < self.number

    def enter(self, group: str) -> None:
        """A turn of the group starts; it takes a slot if it is the group's only one."""
        self._running[group] += 1

    def leave(self, group: str) -> None:
        """A turn of the group has ended; the last one gives the slot back."""
        self._running[group] -= 1
        if not self._running[group]:
            del self._running[group]
