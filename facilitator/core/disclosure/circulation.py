"""What numbers in a network must be: which of them can have one value only, in whole numbers and exactly.

Published tables with their sums are such a network: every cell is an arc, every sum a node where what comes in goes
out. An arc can have another value exactly where the changes close a circle.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Sequence, Set
from dataclasses import dataclass

Node = Hashable
Step = tuple[int, int]  # an arc's number, and 1 along it or -1 against it


@dataclass(frozen=True, slots=True)
class Arc:
    """A number from `least` to `most` that leaves the sum `start` and enters the sum `end`."""

    start: Node
    end: Node
    least: int
    most: int


class Contradiction(ValueError):
    """No numbers at all fit the network."""


def pinned(arcs: Sequence[Arc]) -> tuple[bool, ...]:
    """Return of each arc whether it has the same number in every way to fill the network."""
    network = _Network(arcs)
    network.fill()
    return tuple(not network.can_change(number) for number in range(len(arcs)))


class _Network:
    def __init__(self, arcs: Sequence[Arc]) -> None:
        self._arcs = arcs
        self._flow = [arc.least for arc in arcs]
        self._steps: dict[Node, list[Step]] = {}
        for number, arc in enumerate(arcs):
            if arc.least > arc.most:
                raise Contradiction
            self._steps.setdefault(arc.start, []).append((number, 1))
            self._steps.setdefault(arc.end, []).append((number, -1))

    def fill(self) -> None:
        """Find numbers that fit: carry what is too much at one sum to where there is too little."""
        surplus = self._surplus()
        lacking = {node for node in surplus if surplus[node] < 0}
        for node in surplus:
            while surplus[node] > 0:
                way = self._way(node, lacking)
                if way is None:
                    raise Contradiction
                self._carry(way, surplus, node)
                lacking = {other for other in lacking if surplus[other] < 0}

    def can_change(self, number: int) -> bool:
        """Return whether another number fits arc `number`: a circle of changes goes through it."""
        return any(self._closes((number, direction)) for direction in (1, -1) if self._room((number, direction)))

    def _closes(self, step: Step) -> bool:
        return self._way(self._end(step), {self._start(step)}, without=step[0]) is not None

    def _surplus(self) -> dict[Node, int]:
        surplus = dict.fromkeys(self._steps, 0)
        for arc, flow in zip(self._arcs, self._flow, strict=True):
            surplus[arc.end] += flow
            surplus[arc.start] -= flow
        return surplus

    def _carry(self, way: list[Step], surplus: dict[Node, int], start: Node) -> None:
        end = self._end(way[-1])
        amount = min(surplus[start], -surplus[end], *(self._room(step) for step in way))
        for number, direction in way:
            self._flow[number] += direction * amount
        surplus[start] -= amount
        surplus[end] += amount

    def _way(self, start: Node, goals: Set[Node], *, without: int | None = None) -> list[Step] | None:
        """Return the shortest way of changes from `start` to one of `goals`, not over the arc `without`."""
        came_by: dict[Node, list[Step]] = {start: []}
        waiting = deque([start])
        while waiting:
            node = waiting.popleft()
            if node in goals:
                return came_by[node]
            for step in self._steps[node]:
                if step[0] != without and self._end(step) not in came_by and self._room(step):
                    came_by[self._end(step)] = [*came_by[node], step]
                    waiting.append(self._end(step))
        return None

    def _room(self, step: Step) -> int:
        number, direction = step
        arc, flow = self._arcs[number], self._flow[number]
        return arc.most - flow if direction > 0 else flow - arc.least

    def _start(self, step: Step) -> Node:
        return self._arcs[step[0]].start if step[1] > 0 else self._arcs[step[0]].end

    def _end(self, step: Step) -> Node:
        return self._arcs[step[0]].end if step[1] > 0 else self._arcs[step[0]].start
