"""Where a folder truly lies: network drives and synchronised folders are found on every system."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.venue.facts import FolderKind
from facilitator.venue.findings import Standing
from facilitator.venue.folders import Mount, folder_kind
from facilitator.venue.judging import judged_folder

HOME = Path("/home/jo")
EVENTS = HOME / "events"


def kind_of(folder, mounts=(), environment=None, markers=None):
    markers = markers or {}
    return folder_kind(Path(folder), mounts, environment or {}, lambda above: markers.get(above, ()))


@pytest.mark.parametrize("file_system", ["nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.gvfsd-fuse", "vboxsf"])
def test_a_network_file_system_is_a_network_drive(file_system):
    found = kind_of(EVENTS, [Mount("/", "ext4"), Mount("/home", file_system)])

    assert found.kind is FolderKind.NETWORK
    assert judged_folder(found).standing is Standing.FIRST


@pytest.mark.parametrize("folder", ["\\\\server\\share\\events", "//server/share/events"])
def test_a_folder_named_by_its_server_is_a_network_drive(folder):
    assert kind_of(folder).kind is FolderKind.NETWORK


def test_a_drive_that_windows_calls_remote_is_a_network_drive():
    assert kind_of("/z/events", [Mount("/z", "NTFS", "rw,remote")]).kind is FolderKind.NETWORK


def test_a_folder_of_the_file_manager_on_another_computer_is_a_network_drive():
    assert kind_of("/run/user/1000/gvfs/smb-share:server=hall/events").kind is FolderKind.NETWORK


def test_the_disk_nearest_above_the_folder_counts():
    mounts = [Mount("/home/jo/share", "cifs"), Mount("/", "nfs"), Mount("/home/jo", "ext4")]

    assert kind_of(EVENTS, mounts).kind is FolderKind.HERE
    assert kind_of("/home/jo/sharewith", mounts).kind is FolderKind.HERE
    assert kind_of("/home/jo/share/events", mounts).kind is FolderKind.NETWORK


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"])
def test_onedrive_is_known_by_its_variables(variable):
    found = kind_of(HOME / "Our files" / "events", environment={variable: str(HOME / "Our files")})

    assert (found.kind, found.keeper, found.certain) == (FolderKind.SYNCED, "OneDrive", True)
    assert judged_folder(found).standing is Standing.FIRST


@pytest.mark.parametrize(
    ("marker", "keeper"),
    [
        (".dropbox.cache", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"),
        (".sync_1a2b3c4d.db", "Nextcloud"),
        (".stfolder", "Syncthing"),
        (".tmp.drivedownload", "Google Drive"),
    ],
)
def test_a_synchronised_folder_is_known_by_the_mark_of_its_keeper_anywhere_above(marker, keeper):
    found = kind_of(EVENTS / "2026", markers={EVENTS: ["notes", marker]})

    assert (found.kind, found.keeper) == (FolderKind.SYNCED, keeper)


def test_the_own_folder_of_dropbox_in_a_home_says_nothing_of_the_rest_of_the_home():
    assert kind_of(EVENTS, markers={HOME: [".dropbox"]}).kind is FolderKind.HERE


@pytest.mark.parametrize(
    ("folder", "keeper"),
    [
        ("/Users/jo/Library/Mobile Documents/com~apple~CloudDocs/events", "iCloud"),
        ("/Users/jo/Library/CloudStorage/GoogleDrive-jo@example.org/My Drive", "Google Drive"),
        ("/Users/jo/Library/CloudStorage/OneDrive-Riverside/events", "OneDrive"),
    ],
)
def test_the_places_of_macos_for_synchronised_files_are_known(folder, keeper):
    found = kind_of(folder)

    assert (found.kind, found.keeper, found.certain) == (FolderKind.SYNCED, keeper, True)


@pytest.mark.parametrize(
    ("name", "keeper"),
    [("Dropbox", "Dropbox"), ("OneDrive - Riverside Council", "OneDrive"), ("Nextcloud", "Nextcloud"),
     ("Google Drive", "Google Drive"), ("iCloudDrive", "iCloud")],
)  # fmt: skip
def test_a_name_alone_is_a_reason_to_look_and_no_more(name, keeper):
    found = kind_of(HOME / name / "events")

    assert (found.keeper, found.certain) == (keeper, False)
    assert judged_folder(found).standing is Standing.LOOK


@pytest.mark.parametrize("name", ["Dropboxes", "omega", "My events", "Drive"])
def test_a_name_that_only_resembles_one_is_nothing(name):
    assert kind_of(HOME / name).kind is FolderKind.HERE


def test_a_folder_in_memory_is_left_first_and_a_stick_is_looked_at():
    in_memory = kind_of("/tmp/events", [Mount("/", "ext4"), Mount("/tmp", "tmpfs")])
    on_a_stick = kind_of("/media/jo/STICK", [Mount("/media/jo/STICK", "vfat")])

    assert judged_folder(in_memory).standing is Standing.FIRST
    assert judged_folder(on_a_stick).standing is Standing.LOOK
