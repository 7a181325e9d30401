"""The demonstration: a sample newsroom, and one story taken from a text file to a page the press takes."""

from dataclasses import replace
from pathlib import Path

from db.errors import NewsroomError, NotFound
from db.intake import read_file
from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.values import SignedIn, Story
from desktop.command.call import open_existing
from desktop.display import display_available
from desktop.press import service
from desktop.press.sample import PASSWORD, make_sample, sample_folder
from exports.pdf.check import check_pdf
from resources import resource

SLUG = "harbour-pilots"
_TEXT = "samples/harbour-pilots.txt"
_NOTE = "Who pays for the new piles? Ask the board before six, and say so in the note."
_ANSWER = "The board says the port pays, out of this year's dues: called Ilse Vanderhoek at 17:20."


def run_demo(folder: Path | None = None) -> int:
    """Make the sample newsroom in a folder, when it is not there; take the story through it; open the window.

    What a run has done is not done again: the next one goes on from there. Returns 0, or 1 when the press check finds
    fault with the page. Raises NewsroomError when something cannot be read or written.
    """
    folder = (folder or sample_folder()).absolute()
    place = folder / "galley.db"
    if place.exists():
        print(f"The sample newsroom is in {place}")
    else:
        make_sample(place)
        print(f"Made a sample newsroom in {place}")
    newsroom = open_existing(str(place))
    try:
        _print_counts(newsroom)
        page = _take_through(newsroom, folder)
    finally:
        newsroom.close()
    return _check(page) or _open_window(place)


def _print_counts(newsroom: Newsroom) -> None:
    cards = newsroom.stories.list()
    stages = ", ".join(f"{sum(card.stage is stage for card in cards)} in {stage}" for stage in Stage)
    print(f"  {len(cards)} stories: {stages}")
    logins = ", ".join(account.login for account in newsroom.accounts.all())
    print(f"  Accounts: {logins}; the password of each is “{PASSWORD}”")


def _take_through(newsroom: Newsroom, folder: Path) -> Path:
    """Take the story on from wherever it stands until its page is written. Returns where that lies."""
    try:
        story = newsroom.stories.get(SLUG)
    except NotFound:
        story = _bring_in(newsroom)
    for stage, step in ((Stage.DRAFT, _to_edit), (Stage.EDIT, _to_publish)):
        if story.stage is stage:
            story = step(newsroom, story)
    if story.stage is not Stage.PUBLISH:
        raise NewsroomError(f"{SLUG} was {story.last_move or 'moved'} since; restore it, or name another folder.")
    page = folder / f"{SLUG}-v{story.version}.pdf"
    if story.exported is None or not page.exists():
        page = service.export(newsroom, SLUG, folder, actor=_signed_in(newsroom, "production"))
        _report("production exports it")
    return page


def _bring_in(newsroom: Newsroom) -> Story:
    draft = read_file(resource(_TEXT))
    named = replace(draft, text=draft.text.with_(slug=SLUG))
    story = newsroom.stories.intake(named, desk="City", actor=_signed_in(newsroom, "reporter"))
    _report(f"reporter imports {resource(_TEXT).name}: “{story.headline}”, {story.byline}, {story.words} words")
    return story


def _to_edit(newsroom: Newsroom, story: Story) -> Story:
    """Submitted; returned with a note the first time, answered, and submitted again."""
    story = _move(newsroom, Move.SUBMIT, "reporter") if story.last_move is None else story
    if story.stage is Stage.EDIT:
        story = _move(newsroom, Move.RETURN, "editor", _NOTE)
    reporter = _signed_in(newsroom, "reporter")
    ednote = "\n".join(filter(None, (story.ednote, _ANSWER)))
    newsroom.stories.save(
        story.id, story.text.with_(ednote=ednote), actor=reporter, base=story.version, note="Answered the desk"
    )
    _report("reporter answers in the ednote")
    return _move(newsroom, Move.SUBMIT, "reporter")


def _to_publish(newsroom: Newsroom, _story: Story) -> Story:
    return _move(newsroom, Move.APPROVE, "editor")


def _move(newsroom: Newsroom, move: Move, login: str, note: str = "") -> Story:
    before = newsroom.stories.get(SLUG).stage
    story = service.make_move(newsroom, move, SLUG, actor=_signed_in(newsroom, login), note=note)
    _report(f"{login} moves it: {move}, {before} → {story.stage}{f', “{note}”' if note else ''}")
    return story


def _signed_in(newsroom: Newsroom, login: str) -> SignedIn:
    return newsroom.accounts.sign_in(login, PASSWORD)


def _report(step: str) -> None:
    print(f"  {SLUG}: {step}")


def _check(page: Path) -> int:
    """Check the page as a printer would; 1 when something is wrong with it."""
    found = check_pdf(page)
    for problem in found:
        print(f"  {problem.severity}: {problem.sentence}")
    verdict = "passes the press check" if not found else "does not pass the press check"
    print(f"  The page {verdict}: {page}")
    return int(any(problem.blocks for problem in found))


def _open_window(place: Path) -> int:
    if not display_available():
        print("No display here, so no window opens.")
        return 0
    from desktop.command.window import run_window

    return run_window(str(place), login="editor", password=PASSWORD)
