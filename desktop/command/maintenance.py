"""Commands that look after the newsroom as a whole: signing in, auditing, backing up, restoring, moving."""

import os
import re
import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from db.acts import Act
from db.errors import NewsroomError, NotFound, Refused, one_line
from db.store.address import is_server, keep_password, server_name, without_password
from db.store.engine import database_url
from db.store.secrets import Secrets, password_name
from desktop.command.call import Call, always, open_existing, require_if_any, run, watched
from desktop.command.stories import move
from desktop.credentials import PASSWORD, log_in
from desktop.newsroom_location import VARIABLE, connect, point_to

if TYPE_CHECKING:
    from db.upkeep.audit import LogMark


def login(call: Call) -> int:
    """Stay signed in on this computer, at the server too when the address held its password."""
    secrets = Secrets()
    keep_password(call.place, secrets)
    account = log_in(call.newsroom, call.login_name, password_file=call.password_file, secrets=secrets)
    if secrets.trouble:
        why = secrets.trouble.partition(":")[0]
        raise NewsroomError(f"{why}: give --password-file or {PASSWORD} with each command instead.")
    print(f"{account.login}  {account.name}, {account.role}")
    return 0


def logout(call: Call) -> int:
    """Forget the passwords that `login` kept."""
    secrets = Secrets()
    secrets.remove(password_name(call.newsroom.identity, call.login_name))
    if is_server(call.place):
        secrets.remove(server_name(call.place))
    return 0


def log_mark(text: str) -> "LogMark":
    """The record of the log that somebody noted. Raises what argparse turns into a sentence."""
    from db.upkeep.audit import LogMark

    number, _, hashed = text.partition(":")
    if not (number.isdecimal() and _HASH.fullmatch(hashed)):
        raise ArgumentTypeError("a record is noted as “galley audit” says it: its number, a colon and its hash")
    return LogMark(int(number), hashed)


_HASH = re.compile("[0-9a-f]{64}")


def audit(call: Call) -> int:
    """Check that log, revisions and sign-offs are as they were written; 1 with what is not, or was not."""
    found = call.newsroom.audit(watched(), call.options.noted)
    for fault in found.faults:
        print(f"galley: {one_line(fault)}", file=sys.stderr)
    if found.passed:
        print(
            f"{found.records} records, {found.rows} sealed rows, {found.sign_offs} sign-offs: all as they were written"
        )
        print(f"{found.newest}  is the newest record: noted elsewhere, it is asked for with --noted")
    for note in found.notes:
        print(one_line(note))
    return int(not found.passed)


def back_up(call: Call) -> int:
    """Copy the whole newsroom into a file, and check that copy."""
    from db.upkeep.backup import back_up as make_backup

    call.newsroom.require(call.actor, Act.BACK_UP)
    made = make_backup(call.newsroom, call.options.file, watched())
    print(f"{made.path}  {made.sentence}")
    return 0


def move_to(call: Call) -> int:
    """Copy the newsroom to a server, check the copy, and open it from then on; the file here is only read then."""
    from db.upkeep.move_to_server import Moved
    from db.upkeep.move_to_server import move_to as relocate

    call.newsroom.require(call.actor, Act.MOVE_NEWSROOM)
    secrets = Secrets()

    def copy(place: str) -> Moved:
        return relocate(call.newsroom, place, watched())

    moved = connect(call.options.url, secrets, copy)
    held = ", ".join(f"{moved.counts[table]} {name}" for table, name in _MOVED.items())
    print(f"{held}: the same there as here")
    print(f"{moved.backup}  the backup that was made before; the file here is written no more")
    print(f"{point_to(call.options.url, secrets)}  is what Galley opens from now on")
    named = os.environ.get(VARIABLE)
    if named:
        print(f"but {VARIABLE} names {without_password(named)}, and what is named there is opened", file=sys.stderr)
    if secrets.get(server_name(call.options.url)) and secrets.trouble:
        raise NewsroomError(secrets.trouble)
    return 0


_MOVED = {"story": "stories", "revision": "revisions", "event": "records", "picture": "pictures"}


def restore_backup(call: Call) -> int:
    """Put a backup, the newest good one unless a file is named, where the newsroom is; what is there is set aside.

    That is the chief's, where the newsroom can still be opened.
    """
    from db.upkeep.recovery import recover
    from db.upkeep.restore import restore as restore_file

    _refuse_server(call)
    require_if_any(call, Act.RESTORE)
    file, place, another = call.options.file, _place(call), call.options.another
    if file:
        _refuse_another(call, file)
        made = restore_file(file, place, another=another, progress=watched())
    else:
        made = recover(place, progress=watched())
    print(f"{made.path}  {made.sentence}")
    return 0


def restore(call: Call) -> int:
    """Bring spiked stories back; given the file of a backup that is no slug, put that where the newsroom is."""
    options = call.options
    file = Path(options.slugs[0])
    if len(options.slugs) > 1 or not file.is_file() or _is_slug(call, options.slugs[0]):
        options.needs_newsroom, options.run = always, move
        return run(call)
    if options.dry_run:
        from db.upkeep.backup import check

        _refuse_server(call)
        _refuse_another(call, file)
        print(f"{file}  would be put at {call.place}: {check(file).sentence}")
        return 0
    options.file = file
    return restore_backup(call)


def _place(call: Call) -> Path:
    """The file of the newsroom that the call is about."""
    return Path(str(database_url(call.place).database))


def _refuse_another(call: Call, file: Path) -> None:
    """A backup of another newsroom is put in the place of one only by whoever says that it is another."""
    from db.upkeep.restore import why_another

    why = "" if call.options.another else why_another(file, _place(call))
    if why:
        raise Refused(f"{why} Nothing was changed; to put it there all the same add --another.")


def _refuse_server(call: Call) -> None:
    if is_server(call.place):
        raise NewsroomError("A newsroom on a server is restored there: ask who runs it, or name a file with --db.")


def _is_slug(call: Call, name: str) -> bool:
    """Whether a story has this name. A newsroom that cannot be opened has none."""
    try:
        newsroom = connect(call.place, Secrets(), open_existing)
    except NewsroomError:
        return False
    try:
        return bool(newsroom.stories.get(name))
    except (NotFound, Refused):
        return False
    finally:
        newsroom.close()


def limit(call: Call) -> int:
    """Ask something of all stories, of one desk's or of one kind's; without a name tell what is asked."""
    options, limits = call.options, call.newsroom.limits
    kind = call.newsroom.kinds.need(options.kind) if options.kind else ""
    desk = call.newsroom.desks.need(options.desk) if options.desk else ""
    if options.name:
        limits.set(options.name, options.value, actor=call.actor, desk=desk, kind=kind, blocker=options.blocker)
    asked = limits.of(desk, kind) if desk or not kind else limits.of_kind(kind)
    for name, (value, severity) in asked.items():
        print(f"{name}  {value}  {severity}")
    return 0


def desks(call: Call) -> int:
    """List the desks; make some, give one another name, retire one or take it back, as the chief."""
    options, known = call.options, call.newsroom.desks
    if options.rename:
        known.rename(*options.rename, actor=call.actor)
    if options.retire:
        known.retire(options.retire, into=options.into, stories=options.stories, actor=call.actor)
    if options.take_back:
        known.take_back(options.take_back, actor=call.actor)
    for name in options.names:
        known.add(name, actor=call.actor)
    for name in known.all():
        print(name)
    for name in known.retired():
        print(f"{name}  retired")
    return 0


def kinds(call: Call) -> int:
    """List the kinds of stories; add some, or offer one no more, as the chief."""
    options, known = call.options, call.newsroom.kinds
    for name in options.names:
        (known.remove if options.remove else known.add)(name, actor=call.actor)
    for name in known.all():
        print(name)
    return 0
