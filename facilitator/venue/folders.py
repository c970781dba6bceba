"""Where a folder truly lies: on this computer, on the network, on a stick, or in a synchronised one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from facilitator.venue.facts import Folder, FolderKind

_NETWORK = frozenset({
    "9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "prl_fs",
    "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs", "webdav",
})  # fmt: skip
_NETWORK_FUSE = frozenset({
    "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.kio-fuse", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs",
    "fuse.vmhgfs-fuse", "fuse.glusterfs",
})  # fmt: skip
_IN_MEMORY = frozenset({"ramfs", "tmpfs"})
_ON_STICKS = frozenset({"exfat", "fuse.exfat", "msdos", "vfat"})
_VARIABLES = {"OneDrive": "OneDrive", "OneDriveConsumer": "OneDrive", "OneDriveCommercial": "OneDrive"}
# Not ".dropbox": on Linux and macOS that is the program's own folder in everybody's home.
_MARKERS = {
    ".dropbox.cache": "Dropbox", ".nextcloudsync.log": "Nextcloud", ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing", ".tmp.driveupload": "Google Drive", ".tmp.drivedownload": "Google Drive",
}  # fmt: skip
_MARKER_BEGINNINGS = {".sync_": "Nextcloud", "._sync_": "Nextcloud"}  # Nextcloud's own database is .sync_<number>.db
_NAMES = (
    "onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud drive", "iclouddrive", "nextcloud",
    "owncloud", "syncthing", "pclouddrive", "box sync", "seafile", "mega",
)  # fmt: skip
_TOLD = {
    "onedrive": "OneDrive", "dropbox": "Dropbox", "google drive": "Google Drive", "googledrive": "Google Drive",
    "my drive": "Google Drive", "icloud drive": "iCloud", "iclouddrive": "iCloud", "nextcloud": "Nextcloud",
    "owncloud": "ownCloud", "syncthing": "Syncthing", "pclouddrive": "pCloud", "box sync": "Box", "seafile": "Seafile",
    "mega": "MEGA",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mount:
    """A place at which a disk hangs: its file system, and what the system says of it, such as "rw,remote"."""

    point: str
    file_system: str
    options: str = ""


def folder_kind(
    folder: Path, mounts: Sequence[Mount], environment: Mapping[str, str], names_in: Callable[[Path], Iterable[str]]
) -> Folder:
    """Return where `folder` lies; `names_in` lists what lies in a folder, and nothing where it cannot be read."""
    mount = _mount_of(folder, mounts)
    if _is_network(folder, mount):
        return Folder(folder, FolderKind.NETWORK)
    if (synced := _synced(folder, environment, names_in)) is not None:
        return synced
    if mount is not None and mount.file_system.lower() in _IN_MEMORY:
        return Folder(folder, FolderKind.MEMORY)
    if mount is not None and _is_removable(mount):
        return Folder(folder, FolderKind.REMOVABLE)
    return Folder(folder, FolderKind.HERE)


def _is_network(folder: Path, mount: Mount | None) -> bool:
    text = str(folder)
    if text.startswith(("\\\\", "//")) and not text.startswith("\\\\?\\"):
        return True
    if "gvfs" in folder.parts or ".gvfs" in folder.parts:
        return True
    if mount is None:
        return False
    return mount.file_system.lower() in _NETWORK | _NETWORK_FUSE or "remote" in mount.options.split(",")


def _is_removable(mount: Mount) -> bool:
    return "removable" in mount.options.split(",") or mount.file_system.lower() in _ON_STICKS


def _synced(folder: Path, environment: Mapping[str, str], names_in: Callable[[Path], Iterable[str]]) -> Folder | None:
    keeper = _by_variable(folder, environment) or _by_apple(folder) or _by_marker(folder, names_in)
    if keeper:
        return Folder(folder, FolderKind.SYNCED, keeper)
    named = _by_name(folder)
    return Folder(folder, FolderKind.SYNCED, named, certain=False) if named else None


def _by_variable(folder: Path, environment: Mapping[str, str]) -> str:
    for variable, keeper in _VARIABLES.items():
        if (root := environment.get(variable)) and _lies_in(folder, root):
            return keeper
    return ""


def _by_apple(folder: Path) -> str:
    """Return who keeps a folder of macOS's own places for synchronised files."""
    parts = folder.parts
    for place, (one, other) in enumerate(pairwise(parts)):
        if (one, other) == ("Library", "Mobile Documents"):
            return "iCloud"
        if (one, other) == ("Library", "CloudStorage") and len(parts) > place + 2:
            return _TOLD.get(parts[place + 2].partition("-")[0].lower(), parts[place + 2].partition("-")[0])
    return ""


def _by_marker(folder: Path, names_in: Callable[[Path], Iterable[str]]) -> str:
    for above in (folder, *folder.parents):
        for name in names_in(above):
            if keeper := _marked(name):
                return keeper
    return ""


def _marked(name: str) -> str:
    begins = (keeper for beginning, keeper in _MARKER_BEGINNINGS.items() if name.startswith(beginning))
    return _MARKERS.get(name) or (next(begins, "") if name.endswith(".db") else "")


def _by_name(folder: Path) -> str:
    """Return whose name a folder on the way has: "OneDrive - Riverside Council" is OneDrive's."""
    for part in folder.parts:
        name = part.lower()
        for known in _NAMES:
            if name == known or name.startswith((f"{known} - ", f"{known} (")):
                return _TOLD[known]
    return ""


def _mount_of(folder: Path, mounts: Sequence[Mount]) -> Mount | None:
    """Return the mount nearest above the folder; of several at one place the last, which hides the others."""
    above = [mount for mount in mounts if mount.point and _lies_in(folder, mount.point)]
    longest = max((len(mount.point) for mount in above), default=0)
    return next((mount for mount in reversed(above) if len(mount.point) == longest), None)


def _lies_in(folder: Path, root: str) -> bool:
    """Return whether the folder is `root` or below it; Windows does not mind capitals."""
    ours, theirs = os.path.normcase(str(folder)), os.path.normcase(root).rstrip("\\/")
    return ours == theirs or ours.startswith((theirs + "/", theirs + "\\"))
