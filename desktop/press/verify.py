"""Traces a printed file back to the approval it was made under."""

from dataclasses import dataclass
from pathlib import Path

from db.newsroom import Newsroom
from exports.pdf.trace import Stamp, read_printed

_STOPS = (".", "!", "?", "…")
"""What may end a sentence: reasons are written by people, with or without one."""


@dataclass(frozen=True)
class Verdict:
    """Whether a file is what was approved, in one sentence."""

    sound: bool
    sentence: str
    each: tuple[str, ...] = ()
    """Of a file of several stories, who approved each and when, a sentence a story."""


def verify_file(newsroom: Newsroom, path: Path) -> Verdict:
    """Compare a PDF with the newsroom it came from. Raises Unreadable when it cannot be read."""
    stamps, sha256 = read_printed(path)
    if not stamps:
        return Verdict(False, f"{path.name} was not made by Galley: it carries no stamp.")
    verdicts = []
    for stamp in dict.fromkeys(stamps):  # a file made to harm may hold one ten thousand times
        verdicts.append(_verdict(newsroom, path, stamp, sha256))
        if not verdicts[-1].sound:
            return verdicts[-1]
    if len(verdicts) == 1:
        return verdicts[0]
    each = tuple(verdict.sentence.partition("; the file is")[0] + "." for verdict in verdicts)
    last = verdicts[0].sentence.partition("; ")[2]
    return Verdict(True, f"{len(verdicts)} stories, each as it was approved; {last}", each)


def _verdict(newsroom: Newsroom, path: Path, stamp: Stamp, sha256: str) -> Verdict:
    if stamp.proof:
        return Verdict(False, f"{path.name} is a proof of {stamp.slug}, revision {stamp.version}: it was not approved.")
    return _compare(newsroom, path, stamp, sha256)


def _ending_in_a_stop(sentence: str) -> str:
    """The sentence with a full stop, unless a note at its end brings its own."""
    return sentence if sentence.endswith(_STOPS) else f"{sentence}."


def _compare(newsroom: Newsroom, path: Path, stamp: Stamp, sha256: str) -> Verdict:
    sign_off = newsroom.exported.sign_off(stamp.signature)
    if sign_off is None or (sign_off.content_hash, sign_off.revision) != (stamp.content_hash, stamp.revision):
        return Verdict(False, f"{path.name} names an approval of {stamp.slug} that this newsroom never gave.")
    exported, ended = newsroom.exported.find(sha256, sign_off), newsroom.exported.ended(sign_off)
    approved = (
        f"{sign_off.name} approved {stamp.slug}, revision {stamp.revision}, on {sign_off.at:%Y-%m-%d at %H:%M} UTC"
    )
    first = f"Do not print: {_ending_in_a_stop(ended)} " if ended else ""
    if exported is None and newsroom.exported.is_any(sign_off):
        return Verdict(False, f"{first}{approved}, but {path.name} was altered after its export.")
    if exported is None:
        never = f"no export of it is recorded: it was interrupted, or {path.name} was made elsewhere. Export it again."
        return Verdict(False, f"{first}{approved}, but {never}")
    alone = ", as its writer, alone" if sign_off.alone else ""
    alone += f", {sign_off.key_note}" if sign_off.key_note else ""
    by = f" by {exported.name}" if exported.signed else ", recorded before exports were signed"
    when = f"{exported.at:%Y-%m-%d at %H:%M} UTC"
    return Verdict(not ended, f"{first}{approved}{alone}; the file is as it was exported on {when}{by}.")
