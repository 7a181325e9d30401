"""The places in a story, each with what stands round it, and with what is to stand there."""

from html import escape

from db.fields import title_of
from desktop.find_in_desk.finding import FoundPlace, FoundStory
from desktop.localization import count, tr
from desktop.look.theme import Theme


def as_html(found: FoundStory, theme: Theme, *, replacing: bool) -> str:
    """All places that are shown of a story; while something is to be put there, what goes is struck through."""
    muted = theme.color("muted").name()
    parts = [f"<h3>{escape(found.card.headline or found.card.slug)}</h3>"]
    last = ""
    for place in found.places:
        if place.place != last:
            parts.append(f'<p style="color: {muted}; margin-bottom: 0">{escape(tr(title_of(place.place)))}</p>')
            last = place.place
        parts.append(f"<p>{_sentence(place, theme, replacing=replacing)}</p>")
    more = found.number - len(found.places)
    if more:
        parts.append(f'<p style="color: {muted}">{escape(count(more, "{n} more place", "{n} more places"))}</p>')
    return f"<div style=\"font-family: '{theme.fonts.serif}'; font-size: 15px\">{''.join(parts)}</div>"


def _sentence(place: FoundPlace, theme: Theme, *, replacing: bool) -> str:
    words, put = escape(place.words), escape(place.put)
    if replacing:
        gone, new = theme.color("bad_soft").name(), theme.color("good_soft").name()
        marked = f'<s style="background: {gone}">{words}</s><u style="background: {new}">{put}</u>'
    else:
        marked = f'<b style="background: {theme.color("accent_soft").name()}">{words}</b>'
    return f"{escape(place.before)}{marked}{escape(place.after)}"
