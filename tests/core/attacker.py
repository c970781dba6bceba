"""Somebody with a solver: what can be worked out of published tables, written without the gate's own arithmetic."""

from __future__ import annotations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

MOST = 100_000
BLANK = ""


def leaves(shown):
    """Return the cells that are counted: those that are no heading."""
    above = {cell.under for cell in shown.cells}
    return [cell for cell in shown.all_cells if cell.key not in above]


def told(cell, shown):
    """Return from what to what a cell that is told may be; nought is never rounded."""
    if shown.round_to == 1 or cell.count == 0:
        return cell.count, cell.count
    return cell.count - shown.round_to // 2, cell.count + shown.round_to // 2


def beside_told_ones(cell, shown):
    """Return whether a withheld cell stands in a table of which something is told: it is then not nought."""
    return any(not other.withheld for other in shown.all_cells if other.under == cell.under)


class System:
    """Unknown whole numbers, and what is known of their sums."""

    def __init__(self):
        self.places, self.rows = {}, []

    def know(self, names, least, most):
        """Know that the numbers called `names` add up to something from `least` to `most`; "-" takes one away."""
        row = {}
        for name in names:
            sign, name = (-1, name[1]) if name[0] == "-" else (1, name)
            row[self.places.setdefault(name, len(self.places))] = sign
        self.rows.append((row, least, most))

    def extreme(self, names, *, largest):
        """Return the numbers that make the sum of `names` as large, or as small, as they can."""
        sign = -1 if largest else 1
        objective = np.zeros(len(self.places))
        for name in names:
            objective[self.places[name]] = sign
        matrix, least, most = self._matrix()
        found = milp(objective, constraints=LinearConstraint(matrix, least, most), integrality=np.ones(len(objective)),
                     bounds=Bounds(0, MOST))  # fmt: skip
        assert found.success, found.message
        return np.rint(found.x).astype(int)

    def bounds(self, names):
        """Return the bounds of a sum by linear programming."""
        objective = np.zeros(len(self.places))
        for name in names:
            objective[self.places[name]] = 1
        matrix, least, most = self._matrix()
        both = np.vstack([matrix, -matrix]), np.concatenate([most, -least])
        found = [linprog(sign * objective, *both, bounds=(0, MOST)) for sign in (1, -1)]
        assert all(one.success for one in found)
        return found[0].fun, -found[1].fun

    def pinned(self, sums):
        """Return which of the named sums can have one value only; each answer of the solver may free several."""
        values = {label: set() for label in sums}
        for label, names in sums.items():
            for largest in (True, False):
                if len(values[label]) < 2:
                    numbers = self.extreme(names, largest=largest)
                    for other, places in sums.items():
                        values[other].add(sum(numbers[self.places[name]] for name in places))
        return {label for label, seen in values.items() if len(seen) < 2}

    def _matrix(self):
        matrix = np.zeros((len(self.rows), len(self.places)))
        for number, (row, _, _) in enumerate(self.rows):
            for place, sign in row.items():
                matrix[number, place] = sign
        return matrix, np.array([row[1] for row in self.rows], float), np.array([row[2] for row in self.rows], float)


def below(cell, shown, who):
    """Return the names of the numbers that make up a cell."""
    under = [one for one in leaves(shown) if one.under == cell.key and cell.key != BLANK]
    return [(who, one.key) for one in under] or [(who, cell.key)]


def all_forms(shown, who):
    """Return the names of the numbers that make up how many forms came back."""
    return [(who, "forms")] if shown.multiple else [(who, cell.key) for cell in leaves(shown)]


def forms_of(shown):
    """Return from how many to how many forms came back."""
    if shown.base is not None:
        return shown.base - shown.round_to // 2, shown.base + shown.round_to // 2
    return 0, MOST if shown.fewer_than is None else shown.fewer_than - 1


def read_page(system, shown, who):
    """Know what a page tells, and what its rules tell about what it withholds."""
    least, most = forms_of(shown)
    system.know(all_forms(shown, who), least, most)
    for cell in shown.all_cells:
        if not cell.withheld:
            system.know(below(cell, shown, who), *told(cell, shown))
        elif beside_told_ones(cell, shown):
            system.know(below(cell, shown, who), 1, shown.smallest_shown - 1 if shown.multiple else most)
        else:
            system.know(below(cell, shown, who), 0, most)


def withheld_sums(shown, who):
    """Return what a page withholds, each by a label and the numbers that make it up."""
    return {(who, cell.key): below(cell, shown, who) for cell in shown.all_cells if cell.withheld}


def worked_out(*pages, only_more=False):
    """Return the withheld cells that the pages of one question pin; with `only_more` forms only ever come in."""
    system, sums = System(), {}
    for revision, page in enumerate(pages):
        read_page(system, page, revision)
        sums |= withheld_sums(page, revision)
        for cell in leaves(page) if only_more and revision else ():
            system.know([(revision, cell.key), ("-", (revision - 1, cell.key))], 0, MOST)
    return system.pinned(sums)


def given_away(worlds, *, matters=lambda _, number: number > 0):
    """Return where somebody who knows every rule, and tries all worlds, works a number out that is not told.

    `worlds` are pairs of what is seen and the exact numbers by name. `matters` says of a name and number whether that
    is of anybody; a nought is nobody.
    """
    could_be = {}
    for seen, numbers in worlds:
        for name, number in numbers.items():
            could_be.setdefault((seen, name), set()).add(number)
    return [where for where, values in could_be.items() if len(values) == 1 and matters(where[1], *values)]


def figures(page):
    """Return all that a page tells, short enough to keep many."""
    cells = tuple((cell.key, cell.count) for cell in page.all_cells)
    return cells, page.base, page.withheld is None, page.stands is None


def vectors(people, cells):
    """Yield every way to share so many people out among cells."""
    if cells == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in vectors(people - first, cells - 1):
            yield (first, *rest)


def grown(starts, most):
    """Yield every start with every later state in which no cell is smaller, of up to `most` people."""
    for start in starts:
        for late in range(most - sum(start) + 1):
            for more in vectors(late, len(start)):
                yield start, tuple(count + came for count, came in zip(start, more, strict=True))
