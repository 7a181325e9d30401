"""The command line: `galley COMMAND`. Qt is imported only to open the window."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from db.errors import NewsroomError, one_line, shortened
from db.stages import BY_MOVE, Move, Role, Stage
from db.story.limits import LIMITS
from desktop.command import holding, init, maintenance, people, press, revisions, search, stories
from desktop.command.call import Call, never, run
from desktop.command.output import harmless_output, raise_fault, say
from desktop.newsroom_location import default_newsroom
from desktop.version import VersionAction
from exports import FLAVOURS, PDF

Add = Callable[[str, str], argparse.ArgumentParser]
"""Adds a command of that name and help."""

_FOUND_AT_MOST = 100_000
"""Stories a search may be asked for: more than a newsroom files in a year, and a number that is surely a slip above."""

_MOST_PROCESSES = 64
"""Processes an export may be asked for: each holds the whole press in memory."""

_STOPPED = 130
"""The status of a program that Ctrl+C ended."""

_ZONE = "of all its times, as Europe/London (default: that of each computer)"
_ROLES = f"one of {', '.join(Role)}"

MOVE_HELP = {
    Move.SUBMIT: "hand drafts to the editors",
    Move.WITHDRAW: "take back what one has submitted oneself",
    Move.RETURN: "give stories back to their writers, with --note",
    Move.APPROVE: "sign stories off for print",
    Move.RECALL: "take approved stories back before they are exported, with --note",
    Move.CORRECT: "open corrections of exported stories, with --note",
    Move.SPIKE: "put stories aside, with --note",
    Move.RESTORE: "bring spiked stories back; with the FILE of a backup, put it where the newsroom is",
    Move.KILL: "withdraw published stories for good, with --note",
}
_FOUND = 50
"""Stories a search lists when nobody says how many: a screen or two."""


class Parser(argparse.ArgumentParser):
    """Says of an overlong argument what is wrong with it, not all of it again."""

    def error(self, message: str) -> NoReturn:
        """End with a sentence on standard error, and status 2."""
        super().error(shortened(message))


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    shared = _shared_options()
    parser = Parser(
        prog="galley",
        description="Write, edit, approve and hand over the stories of a printed paper.",
        epilog="Without a command, the window opens.",
        parents=[shared],
    )
    parser.add_argument(
        "--version", action=VersionAction, nargs=0, default=argparse.SUPPRESS, help="say which Galley this is"
    )
    parser.set_defaults(run=None)
    add = parser.add_subparsers(title="commands", metavar="COMMAND").add_parser
    _add_commands(lambda name, help_text: add(name, help=help_text, description=help_text, parents=[shared]))
    return parser


def _shared_options() -> Parser:
    """The options that every command takes, before or after its name."""
    shared = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--db", metavar="FILE-or-URL", help="the newsroom: a file, or postgresql://…")
    shared.add_argument("--as", dest="login", metavar="LOGIN", help="who is acting")
    shared.add_argument("--password-file", type=Path, metavar="FILE", help="a file whose first line is the password")
    return shared


def _add_commands(add: Add) -> None:
    trying = add("demo", "make a sample newsroom, take a story through it, and open the window")
    trying.add_argument("--dir", type=Path, help="where to put it (default: galley/demo among this user's data)")
    trying.set_defaults(run=demo, needs_newsroom=never)
    _add_init(add)
    add("login", "stay signed in on this computer").set_defaults(run=maintenance.login)
    add("logout", "forget the password that login kept").set_defaults(run=maintenance.logout)
    bring = add("import", "make drafts of text files")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument("--desk", help="the desk they belong to")
    bring.add_argument("--kind", default="", help="the kind they are of")
    bring.add_argument(
        "--language", type=people.language, default="", help="what they are written in, as de or pt-BR; else yours"
    )
    bring.add_argument(
        "--encoding", default="", metavar="SET", help="the characters they are in, as Windows-1252; else the likeliest"
    )
    bring.set_defaults(run=stories.import_files)
    listing = add("list", "list stories")
    listing.add_argument("--stage", type=_stage, help="Draft, Edit, Publish, Spiked or Killed")
    _json_flag(listing)
    listing.set_defaults(run=stories.list_stories)
    _add_people_commands(add)
    _add_story_commands(add)
    _add_press_commands(add)
    _add_upkeep_commands(add)
    _add_checks(add)


def _add_init(add: Add) -> None:
    founding = add("init", "make a newsroom, with its desks and its chief")
    founding.add_argument("who", metavar="LOGIN", help="the chief's, for signing in")
    founding.add_argument("--paper", required=True, metavar="NAME", help="the name of the paper")
    founding.add_argument("--name", required=True, help="the chief's name")
    founding.add_argument("--desks", required=True, help="parted by commas: City, Business, Sport")
    founding.add_argument("--time-zone", type=init.time_zone, default="", metavar="ZONE", help=_ZONE)
    founding.set_defaults(run=init.init, needs_newsroom=never)
    _new_password_option(founding)


def _add_people_commands(add: Add) -> None:
    add("accounts", "list the people of the newsroom").set_defaults(run=people.accounts)
    adding = add("add-account", "make an account, as the chief")
    adding.set_defaults(run=people.add_account)
    changing = add("change-account", "change an account, or take it out of use, as the chief")
    changing.set_defaults(run=people.change_account)
    for command in (adding, changing):
        command.add_argument("who", metavar="LOGIN")
        command.add_argument("--name", required=command is adding, help="the person's name")
        command.add_argument("--role", type=people.role, required=command is adding, metavar="ROLE", help=_ROLES)
        command.add_argument("--email", default="" if command is adding else None)
        command.add_argument(
            "--initials", default="" if command is adding else None, help="empty: the first letters of the name"
        )
        command.add_argument(
            "--language", type=people.language, default="en" if command is adding else None,
            help="what the person writes in, as de or pt-BR (default: en)",
        )  # fmt: skip
        command.add_argument("--desk", action="append", metavar="DESK", help="a desk of theirs; may be given often")
    state = changing.add_mutually_exclusive_group()
    state.add_argument("--deactivate", dest="active", action="store_false", default=None, help="no more sign-in")
    state.add_argument("--activate", dest="active", action="store_true", default=None, help="sign-in again")
    password = add("password", "change your password; the chief resets that of another")
    password.set_defaults(run=people.password)
    password.add_argument("who", nargs="?", default="", metavar="LOGIN", help="whose (default: your own)")
    for command in (adding, password):
        _new_password_option(command)


def _new_password_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--new-password-file", type=Path, metavar="FILE", help="a file whose first line is the new password"
    )


def _add_story_commands(add: Add) -> None:
    show = add("show", "show a story and its text")
    show.add_argument("slug", metavar="SLUG")
    _json_flag(show)
    show.set_defaults(run=stories.show)
    history = add("history", "what happened to a story")
    history.add_argument("slug", metavar="SLUG")
    _json_flag(history)
    history.set_defaults(run=stories.history)
    _add_plan(add)
    _add_holding(add)
    _add_search(add)
    _add_newsroom_lists(add)
    inbox = add("inbox", "what you were told and have not read")
    inbox.add_argument("--all", action="store_true", help="also what you have read")
    inbox.set_defaults(run=people.inbox)
    _add_revision_commands(add)
    for move in BY_MOVE:
        command = add(str(move), MOVE_HELP[move])
        command.add_argument("slugs", nargs="+", metavar="SLUG-or-FILE" if move is Move.RESTORE else "SLUG")
        command.add_argument("--note", default="", metavar="TEXT", help="the note or reason")
        command.add_argument("--dry-run", action="store_true", help="only say who would be told")
        command.set_defaults(run=stories.move, move=move)
        if move is Move.RESTORE:
            _another_flag(command)
            command.set_defaults(run=maintenance.restore, needs_newsroom=never)


def _add_search(add: Add) -> None:
    finding = add("search", "find stories by what stands in them")
    finding.add_argument("words", nargs="*", metavar="WORDS", help='words, "phrases", begin*, stage: desk: kind: by: …')
    finding.add_argument("--relevance", action="store_true", help="the best first, not the newest")
    finding.add_argument(
        "--limit", type=_most, default=_FOUND, metavar="N", help=f"how many at most (default: {_FOUND})"
    )
    finding.add_argument("--save", metavar="NAME", help="keep this search under a name")
    finding.add_argument("--forget", default="", metavar="NAME", help="forget the saved search of that name")
    finding.add_argument("--shared", action="store_true", help="with --save or --forget: the whole newsroom's")
    finding.add_argument("--saved", action="store_true", help="list the saved searches, your own and the shared")
    _json_flag(finding)
    finding.set_defaults(run=search.search)


def _add_newsroom_lists(add: Add) -> None:
    limit = add("limit", "ask something of all stories, one desk's or one kind's; alone it tells what is asked")
    limit.add_argument("name", nargs="?", default="", metavar="NAME", help=", ".join(one.name for one in LIMITS))
    limit.add_argument("value", nargs="?", type=int, metavar="NUMBER", help="without it nothing is asked any more")
    limit.add_argument("--desk", default="", metavar="DESK", help="of this desk's stories alone")
    limit.add_argument("--kind", default="", metavar="KIND", help="of stories of this kind, whatever their desk asks")
    limit.add_argument("--blocker", action="store_true", help="breaking it stops approval")
    limit.set_defaults(run=maintenance.limit)
    teams = add("desks", "list the desks; make some, rename, retire one or take it back as the chief")
    teams.add_argument("names", nargs="*", metavar="NAME", help="another desk")
    teams.add_argument("--rename", nargs=2, metavar=("OLD", "NEW"), help="its stories, people and limits follow")
    teams.add_argument("--retire", metavar="DESK", help="a desk that takes no more stories")
    teams.add_argument("--into", metavar="DESK", default="", help="where its stories in Draft and Edit go")
    teams.add_argument("--stories", metavar="N", type=int, default=0, help="how many these are, as a confirmation")
    teams.add_argument("--take-back", metavar="DESK", help="a retired desk that takes stories again")
    teams.set_defaults(run=maintenance.desks)
    naming = add("kinds", "list the kinds of stories; add some as the chief")
    naming.add_argument("names", nargs="*", metavar="NAME", help="another kind: News, Brief, Feature …")
    naming.add_argument("--remove", action="store_true", help="offer these no more; stories that have one keep it")
    naming.set_defaults(run=maintenance.kinds)


def _add_plan(add: Add) -> None:
    planning = add("plan", "set when stories are due, how long they shall be, their desk, format and kind")
    planning.add_argument("slugs", nargs="+", metavar="SLUG")
    planning.add_argument("--due", type=stories.due, metavar="TIME", help="2026-11-24T18:00, or none")
    planning.add_argument("--target", type=stories.target, metavar="LINES", help="lines, or none")
    planning.add_argument("--desk", metavar="DESK", help="the desk they go to")
    planning.add_argument("--layout", metavar="NAME", help="the format they are set in")
    planning.add_argument("--kind", metavar="KIND", help='the kind they are of; "" for none')
    planning.set_defaults(run=stories.plan)


def _add_holding(add: Add) -> None:
    holding_back = add("hold", "hold stories back from print, with --note")
    until = "2026-11-24T18:00; without it until that is lifted"
    holding_back.add_argument("--until", type=stories.moment_word, metavar="TIME", help=until)
    holding_back.set_defaults(run=holding.hold)
    lifting = add("lift", "let stories that are held back be printed")
    lifting.set_defaults(run=holding.lift)
    for command in (holding_back, lifting):
        command.add_argument("slugs", nargs="+", metavar="SLUG")
    naming = add("checks", "list the checks that stories may need; name some as the chief")
    naming.add_argument("names", nargs="*", metavar="NAME", help="another check: legal, pictures, facts …")
    naming.add_argument("--kind", action="append", default=[], metavar="KIND", help="a kind of stories that need it")
    naming.add_argument("--remove", action="store_true", help="offer these no more")
    naming.set_defaults(run=holding.checks)
    checking = add("check", "sign that a check of a story was done; ask for one, or list them")
    checking.add_argument("slug", metavar="SLUG")
    checking.add_argument("name", nargs="?", default="", metavar="NAME", help="legal, pictures, facts …")
    what = checking.add_mutually_exclusive_group()
    what.add_argument("--ask", action="store_true", help="ask for it: the story is not approved before it is done")
    what.add_argument("--drop", action="store_true", help="ask for it no more")
    _json_flag(checking)
    checking.set_defaults(run=holding.check)
    for command in (holding_back, lifting, checking):
        command.add_argument("--note", default="", metavar="TEXT", help="the reason, or what was found")


def _add_revision_commands(add: Add) -> None:
    listing = add("revisions", "list the revisions of a story")
    listing.set_defaults(run=revisions.revisions)
    diff = add("diff", "what changed between two revisions of a story")
    diff.set_defaults(run=revisions.diff)
    revert = add("revert", "make the text of an older revision the next one")
    revert.set_defaults(run=revisions.revert)
    marks = add("set-marks", "set the quotes, apostrophes and dashes of its language in a story")
    marks.set_defaults(run=revisions.set_marks)
    for command in (listing, diff, revert, marks):
        command.add_argument("slug", metavar="SLUG")
    diff.add_argument(
        "old", nargs="?", type=int, metavar="OLD", help="a revision's number (default: the last that differs)"
    )
    diff.add_argument("new", nargs="?", type=int, metavar="NEW", help="a revision's number (default: the newest)")
    revert.add_argument("number", type=int, metavar="NUMBER")


def _add_press_commands(add: Add) -> None:
    export = add("export", "write approved stories as print-ready PDF")
    export.add_argument("--format", dest="kind", default=PDF, metavar="KIND", help=f"the kind of file (default: {PDF})")
    standards = " or ".join(FLAVOURS.values())
    export.add_argument(
        "--flavour", choices=tuple(FLAVOURS), default="", help=f"{standards} (default: what the format says)"
    )
    export.add_argument("--no-marks", action="store_true", help="no crop or registration marks, no colour bar")
    export.add_argument("--stage", type=_stage, help="all stories of this stage: Publish")
    export.add_argument("--one-file", default="", metavar="NAME", help="all in one file of this name")
    export.add_argument("--run-in", action="store_true", help="in one file, stories share pages")
    export.add_argument("--jobs", type=_jobs, default=0, metavar="N", help="how many processes (default: all cores)")
    export.set_defaults(run=press.export)
    proof = add("proof", "write PROOF-marked PDFs of stories at any stage")
    proof.add_argument("--against", type=int, default=0, metavar="N", help="show what changed since revision N")
    proof.set_defaults(run=press.proof)
    for command in (export, proof):
        command.add_argument("slugs", nargs="+" if command is proof else "*", metavar="SLUG")
        command.add_argument("--layout", default="", metavar="NAME", help="the format to set them in")
        command.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="where to write (default: here)")
    fit = add("fit", "how much space a story takes")
    fit.add_argument("slug", metavar="SLUG")
    fit.add_argument("--layout", default="", metavar="NAME", help="the format to set it in")
    _json_flag(fit)
    fit.set_defaults(run=press.fit)
    verify = add("verify", "trace a printed PDF back to its approval")
    verify.add_argument("file", type=Path, metavar="FILE.pdf")
    verify.set_defaults(run=press.verify)


def _another_flag(command: argparse.ArgumentParser) -> None:
    command.add_argument("--another", action="store_true", help="put FILE there though it is of another newsroom")


def _add_upkeep_commands(add: Add) -> None:
    moving = add("move-to", "copy the newsroom to a PostgreSQL server, check the copy, and use it from then on")
    moving.add_argument("url", metavar="URL", help="postgresql://…, an empty database")
    moving.set_defaults(run=maintenance.move_to)
    backup = add("backup", "copy the whole newsroom into a file")
    backup.set_defaults(run=maintenance.back_up)
    bring_back = add("restore-backup", "put a backup where the newsroom is, as restore FILE does")
    bring_back.set_defaults(run=maintenance.restore_backup, needs_newsroom=never)
    backup.add_argument("file", type=Path, metavar="FILE")
    bring_back.add_argument("file", nargs="?", type=Path, metavar="FILE", help="default: the newest good backup")
    _another_flag(bring_back)
    audit = add("audit", "check that the newsroom's log, texts and sign-offs are as they were written")
    audit.add_argument("--noted", type=maintenance.log_mark, metavar="N:HASH", help="a record an earlier audit named")
    audit.set_defaults(run=maintenance.audit)


def _add_checks(add: Add) -> None:
    formats = add("formats", "list the formats; check or add files of your own")
    formats.add_argument("action", nargs="?", choices=("list", "check", "add"), default="list", metavar="check|add")
    formats.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a format (.toml) or a profile (.icc)")
    _json_flag(formats)
    formats.set_defaults(run=press.formats, needs_newsroom=never)
    preflight = add("preflight", "check a story, or any PDF, before press")
    what = preflight.add_mutually_exclusive_group(required=True)
    what.add_argument("slug", nargs="?", default="", metavar="SLUG-or-FILE.pdf")
    what.add_argument("--rules", action="store_true", help="list every rule of stories and of files")
    preflight.add_argument("--layout", default="", metavar="NAME", help="the format whose limits hold")
    preflight.add_argument(
        "--flavour", choices=("x4", "x1a"), help="the PDF/X a file should be (default: what it says)"
    )
    preflight.set_defaults(run=press.preflight, needs_newsroom=press.needs_newsroom)


def _json_flag(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for scripts")


def _stage(text: str) -> Stage:
    try:
        return Stage(text.capitalize())
    except ValueError:
        raise argparse.ArgumentTypeError(f"there is no stage {text}; say {', '.join(Stage)}") from None


def _most(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _FOUND_AT_MOST:
        raise argparse.ArgumentTypeError(f"{text} is not a number of stories from 1 to {_FOUND_AT_MOST}")
    return int(text)


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_PROCESSES:
        raise argparse.ArgumentTypeError(f"{text} is not a number of processes from 1 to {_MOST_PROCESSES}")
    return int(text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 when done, 1 when something was refused or failed; usage errors exit with 2."""
    with harmless_output():
        return _run(arguments)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = _parsed(arguments)
        place, login = getattr(options, "db", None) or default_newsroom(), getattr(options, "login", "")
        call = Call(options, place=place, login=login)
        status = open_window(call) if options.run is None else run(call)
        sys.stdout.flush()
        return status
    except NewsroomError as error:
        say(f"galley: {one_line(error)}")
        return 1
    except OSError as error:
        say(f"galley: {error.filename or 'standard output'}: {error.strerror}.")
        return 1
    except KeyboardInterrupt:
        return _STOPPED


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options. Raises OSError when help was asked for and cannot be written."""
    try:
        return build_parser().parse_args(arguments)
    except SystemExit as end:
        if not end.code:
            raise_fault()
        raise


def open_window(call: Call) -> int:
    """Open the window on the newsroom; this alone loads Qt."""
    from desktop.command.window import run_window

    return run_window(call.place, login=call.login or None)


def demo(call: Call) -> int:
    """Make the sample newsroom and walk a story through it, then open the window where there is a display."""
    from desktop.command.demo import run_demo

    return run_demo(call.options.dir)
