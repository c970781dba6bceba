"""From facts to findings: what is good, what wants a look, and what to do before people come. Pure."""

from __future__ import annotations

from statistics import median

from facilitator.venue.facts import DurableWrites, Folder, FolderKind, Memory, Power, Printers, Space, WriteFault
from facilitator.venue.findings import Finding, Standing, Subject, not_known
from facilitator.words.message import Message, say, say_many

MIB, GIB = 1 << 20, 1 << 30
LEAST_SPACE, LITTLE_SPACE = 200 * MIB, 1 * GIB  # an event with its report, pack and copies stays below 50 MiB
LEAST_MEMORY, LITTLE_MEMORY = 150 * MIB, 400 * MIB
QUICK_MS, SLOW_MS, WORST_MS = 60, 300, 1500  # a sound hard disk takes 10 to 60
ENOUGH_PERCENT, LITTLE_PERCENT = 80, 40


def judged_folder(folder: Folder) -> Finding:
    """Judge where the event's folder lies: SQLite and a synchronised or distant folder do not go together."""
    match folder.kind:
        case FolderKind.NETWORK:
            told = say("The event file is on a network drive, where it can be damaged.")
            return _first(Subject.FOLDER, told, _MOVE)
        case FolderKind.SYNCED if folder.certain:
            told = say("{service} copies the event's folder while you write in it.", service=folder.keeper)
            return _first(Subject.FOLDER, told, _MOVE)
        case FolderKind.SYNCED:
            told = say("The event's folder has the name of a folder that {service} copies.", service=folder.keeper)
            return _look(Subject.FOLDER, told, say("If it does, pause it until the event is over."))
        case FolderKind.MEMORY:
            told = say("The event file is kept in memory only: when the power goes, it is gone.")
            return _first(Subject.FOLDER, told, _MOVE)
        case FolderKind.REMOVABLE:
            told = say("The event file is on a stick or a card.")
            return _look(Subject.FOLDER, told, say("Leave it in until the event is closed, or move the file."))
    return Finding(Subject.FOLDER, Standing.GOOD, say("The event file is on this computer itself."))


def judged_writes(writes: DurableWrites) -> Finding:
    """Judge how long it takes until something is saved for good."""
    if writes.fault is not None:
        return _faulty(writes.fault)
    if not writes.took_ms:
        return not_known(Subject.SAVING)
    usual, worst = median(writes.took_ms), max(writes.took_ms)
    told = say("Saving takes {usual}, at worst {worst}.", usual=_milliseconds(usual), worst=_milliseconds(worst))
    if worst < 1:
        told = say("Saving takes {usual}.", usual=_milliseconds(usual))
    if usual > SLOW_MS:
        return _first(Subject.SAVING, told, say("Move the event file to another disk: each entry would wait."))
    if usual > QUICK_MS or worst > WORST_MS:
        return _look(Subject.SAVING, told, say("Close other programs; updates and virus scans make a disk slow."))
    return Finding(Subject.SAVING, Standing.GOOD, told)


def judged_space(space: Space | None) -> Finding:
    """Judge how much room the disk has."""
    if space is None:
        return not_known(Subject.SPACE)
    told = say("{free} of {total} are free.", free=_size(space.free_bytes), total=_size(space.total_bytes))
    if space.free_bytes < LEAST_SPACE:
        return _first(Subject.SPACE, told, say("Delete something large, and empty the bin."))
    if space.free_bytes < LITTLE_SPACE:
        return _look(Subject.SPACE, told, say("It is enough for today. Make room soon."))
    return Finding(Subject.SPACE, Standing.GOOD, told)


def judged_power(power: Power) -> Finding:
    """Judge whether the computer lasts until the end."""
    if power.percent is None:
        told = say("No battery was found.")
        advice = say("Tape the plug down. What is saved survives a power cut; the room screen does not.")
        return _look(Subject.POWER, told, advice)
    if power.plugged:
        told = say("Plugged in; the battery is at {percent} %.", percent=power.percent)
        return Finding(Subject.POWER, Standing.GOOD, told)
    if power.plugged is None:
        told = say("The battery is at {percent} %; whether it is plugged in is not known.", percent=power.percent)
        return _look(Subject.POWER, told, _PLUG_IN)
    told = say("Not plugged in; the battery is at {percent} %.", percent=power.percent)
    return _first(Subject.POWER, told, _PLUG_IN) if power.percent < LITTLE_PERCENT else _unplugged(power.percent, told)


def _unplugged(percent: int, told: Message) -> Finding:
    if percent >= ENOUGH_PERCENT:
        return _look(Subject.POWER, told, say("That may do. Plug it in before people come, to be sure."))
    return _look(Subject.POWER, told, _PLUG_IN)


def judged_memory(memory: Memory | None) -> Finding:
    """Judge whether there is memory to work in."""
    if memory is None:
        return not_known(Subject.MEMORY)
    told = say("{size} of memory are free.", size=_size(memory.available_bytes))
    if memory.available_bytes < LEAST_MEMORY:
        return _first(Subject.MEMORY, told, say("Close the other programs, the web browser first."))
    if memory.available_bytes < LITTLE_MEMORY:
        return _look(Subject.MEMORY, told, say("Close programs that you do not need today."))
    return Finding(Subject.MEMORY, Standing.GOOD, told)


def judged_printers(printers: Printers | None) -> Finding:
    """Judge whether something can be printed here."""
    if printers is None:
        return not_known(Subject.PRINTER)
    if not printers.names:
        told = say("No printer was found.")
        advice = say("Print at home what you need, or take it to a printer on a stick.")
        return _look(Subject.PRINTER, told, advice)
    name, others = printers.usual or printers.names[0], len(printers.names) - 1
    told = say("Printer {name} is known here.", name=name)
    if others:
        told = say_many(
            "Printer {name} and {count} other are known here.", "Printer {name} and {count} others are known here.",
            count=others, name=name,
        )  # fmt: skip
    return Finding(Subject.PRINTER, Standing.GOOD, told, say("Known is not switched on: print one page to be sure."))


def judged_reading(*, is_legible: bool | None) -> Finding:
    """Judge what somebody in the back row said of the picture; None where nobody was asked."""
    if is_legible is None:
        told = say("Nobody has looked from the back row yet.")
        return _look(Subject.READING, told, say("Show the picture, and read it from the last chair."))
    if is_legible:
        return Finding(Subject.READING, Standing.GOOD, say("The smallest line can be read from the back row."))
    told = say("The smallest line cannot be read from the back row.")
    advice = say("Make the picture larger, dim the light above it, or bring the chairs nearer. Read everything aloud.")
    return _first(Subject.READING, told, advice)


def phones() -> Finding:
    """Say plainly that nobody can vote by phone with this version."""
    told = say("Voting by phone comes with a later version.")
    return Finding(Subject.PHONES, Standing.LATER, told, say("Use hands, tables or paper."))


def _faulty(fault: WriteFault) -> Finding:
    match fault:
        case WriteFault.NOT_ALLOWED:
            told = say("Nothing can be written in the event's folder.")
            return _first(
                Subject.SAVING, told, say("Close the event, move its file to your own folder, and open it there.")
            )
        case WriteFault.FULL:
            told = say("The disk is full: nothing more can be saved.")
            return _first(Subject.SAVING, told, say("Delete something large, and empty the bin."))
    told = say("The disk does not save what is written to it.")
    return _first(Subject.SAVING, told, say("Close the event, copy its file to another disk, and open it there."))


_MOVE = say("Close the event, move its file to a folder on this computer itself, and open it there.")
_PLUG_IN = say("Plug it in now, before people sit on the way to the socket.")


def _first(subject: Subject, told: Message, advice: Message) -> Finding:
    return Finding(subject, Standing.FIRST, told, advice)


def _look(subject: Subject, told: Message, advice: Message) -> Finding:
    return Finding(subject, Standing.LOOK, told, advice)


def _milliseconds(took_ms: float) -> Message:
    if took_ms < 1:
        return say("less than a millisecond")
    return say_many("{count} millisecond", "{count} milliseconds", count=round(took_ms))


def _size(number: int) -> str:
    if number >= GIB:
        return f"{number / GIB:.0f} GB" if number >= 10 * GIB else f"{number / GIB:.1f} GB"
    return f"{number // MIB} MB"
