"""What of a mail's text is copy, and what is said between people: greetings, quoted replies, heads of what
is forwarded, signatures, footers of lists. All of it is kept, for the ednote.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from db.intake.lines import ends_sentence, key
from db.intake.names import read_byline

_FORWARDS = re.compile(
    r"(?i)\W{0,12}(?:begin forwarded message|forwarded message|original message|weitergeleitete nachricht"
    r"|anfang der weitergeleiteten "
    r"nachricht|ursprüngliche nachricht|message (?:transféré|d'origine|original)|mensaje (?:reenviado|original)"
    r"|messaggio "
    r"(?:inoltrato|originale)|doorgestuurd bericht|forwarded by .{1,60}|转发邮件|转发的邮件|原始邮件|轉寄郵件).{0,40}"
)
_HEAD = re.compile(
    r"(?i)[>* ]*(?:from|to|cc|bcc|subject|date|sent|reply-to|attachments?|importance|priority"
    r"|von|an|betreff|datum|gesendet|anlagen?|wichtigkeit|de|à|a|objet|envoyé|pièces jointes|importance"
    r"|para|asunto|fecha|enviado(?: el)?|datos adjuntos|da|oggetto|inviato|data|allegati|assunto|anexos|enviada(?: em)?"
    r"|van|aan|onderwerp|verzonden|bijlagen?|od|do|dw|temat|wysłano|załączniki|от|кому|копия|тема|отправлено|дата|вложения"
    r"|kimden|gönderen|kime|konu|gönderildi|tarih|ekler|发件人|收件人|抄送|主题|时间|日期|发送时间|附件"
    r"|差出人|宛先|件名|送信日時)\s?\*?[:：]\*?(?:[ \t\u00a0].{0,400}|$)"
)
_FROM = re.compile(
    r"(?i)[>* ]*(?:from|von|de|da|van|od|от|kimden|gönderen|发件人|差出人)\s?\*?[:：]\*?[ \t\u00a0].{2,}"
)
_WROTE = re.compile(
    r"(?i)(?:on|am|le|el|il|op|den|em|dne|w dniu)\b.{6,300}(?:wrote|schrieb(?: .{1,80})?|a écrit|escribió"
    r"|ha scritto|schreef|skrev|"
    r"escreveu|napsal\w*|napisał\w*)\s?[:：]"
)
_SOMEBODY_WROTE = re.compile(r"(?i).{2,120}(?:wrote|writes|schrieb|写道|說|寫道)\s?[:：]|在.{4,80}写道[:：]")
_IS_FORWARD = re.compile(r"(?i)\s*(?:\[[^\]]{1,40}\]\s*)?(?:fwd?|fw|wg|tr|rv|i|enc|转发|轉寄)\s?[:：]")
_GREETING = re.compile(
    r"(?i)(?:hi|hello|dear|hey|good (?:morning|afternoon|evening)|to whom|hallo|liebe[rs]?|guten (?:tag|morgen)"
    r"|bonjour|cher|chère|"
    r"chers|hola|estimad[oa]s?|buenos días|ciao|gentile|各位|您好|你好|大家好|编辑)\b.{0,60}?[,，!:：.]?|desk[,:]"
)
_NOTE = re.compile(
    r"(?i)\b(?:attached|enclosed|below|herewith|please (?:find|see|use)|here(?:'s| is| are)|for (?:tomorrow|today"
    r"|monday|print|the "
    r"weekend)|let me know|any questions|fyi|as (?:promised|discussed|agreed)|anbei|im anhang|ci-joint|ci-dessous"
    r"|adjunto|in allegato|"
    r"see attachment)\b|附件|如下|请查收|请用"
)
_SAYS_I_OR_YOU = re.compile(
    r"(?i)\b(?:i|i['’](?:ve|m|ll)|we['’](?:ve|re|ll)|you|your|me|my|ich|euch|dir|ihr|ihnen|mir|unten|je|j['’]ai|vous|voici|te"
    r"|os|paso|mando|envío|vi|ti|ecco|invio|ik|jullie|hierbij|proszę|przesyłam|załączeniu|poniżej|segue|seguem|envio|anexo"
    r"|я|вам|вы|высылаю|прилагаю|size|ekte|gönderiyorum|aşağıda)\b|我|你|您"
)
"""What is said to a desk above the copy, and hardly in the first sentence of a story."""
_GOODBYE = re.compile(
    r"(?i)(?:(?:with )?(?:best|kind|warm)(?:est)?(?: wishes| regards)?|regards|cheers|thanks(?: again"
    r"| in advance)?|thank you|many thanks|"
    r"yours(?: sincerely| faithfully)?|sincerely|all the best|sent from my .{1,40}|(?:mit )?(?:freundlichen"
    r"|besten|herzlichen|vielen) "
    r"(?:grüßen|dank)|viele grüße|cordialement|bien à vous|saludos(?: cordiales)?|un saludo|cordiali saluti"
    r"|met vriendelijke groet|"
    r"z poważaniem|pozdrawiam|pozdrowienia|с уважением|saygılarımla|um abraço|un abrazo"
    r"|atentamente|atenciosamente|gru(?:ß|ss)|lg|"
    r"groet(?:en|jes)?|bises|amitiés|此致|敬礼|谢谢|祝好)(?:[,，.! ]*"
    r"|[,，] ?(?-i:[A-ZÀ-Þ][\w-]{1,20}(?: [A-ZÀ-Þ][\w-]{1,20})?))"
    r"|[-–—] ?[A-Z]{2,3}\.?"
)
_BANNER = re.compile(
    r"(?i)\W{0,8}(?:caution|external|warning|attention|achtung|vorsicht|extern|attenzione|atención|atenção|let op)\b"
    r".{0,60}\b(?:e-?mails?|messages?|mails?|nachricht|courriel|messaggio|correo|mensaje|mensagem|bericht|sender)\b.{0,300}"
)
"""What the programs of firms put above every mail from outside."""
_LIST_FOOT = re.compile(r"_{20,}|={20,}|-{30,}")
_FOOT_WORDS = re.compile(
    r"(?i)mailing list|unsubscribe|listinfo|to post to|you (?:are|have) receiv|google groups|abbestellen"
)
_DISCLAIMER = re.compile(
    r"(?i)\b(?:this|diese|dieses|ce|cet|este|esta|il presente|questo|questa|dit|deze|ta|niniejsza|настоящее|bu) "
    r"(?:e-?mail|message|nachricht|schreiben|courriel|correo|mensaje|mensagem|messaggio|bericht|wiadomość|сообщение|e-posta)"
    r".{0,200}(?:confiden|vertraulich|riservat|vertrouwelijk|poufn|конфиденц|gizli)"
)
"""What firms put under every mail."""
_NOTE_LONGEST = 30
"""Words of a paragraph between greeting and copy that speaks to the desk; a lede that says “below” is longer."""
_TITLE_LONGEST = 16
"""Words of a headline."""
_TITLE_WITHIN = 3
"""Lines below a note within which the headline stands."""
_OPENING = '“„"«‘»'
FEW_WORDS = 40
"""Words above the head of another mail up to which they are a note on it, and what is below is the copy."""
_HEADS_LEAST = 2
"""Lines of a head behind its first that make it one."""
_GREETING_LONGEST = 6
"""Words of a greeting."""
_GOODBYE_LONGEST = 12
_SIGNATURE_LINES = 4
_SIGNATURE_LONGEST = 40
"""Words from the sender's name on up to which they are a signature, and no story below it."""
_FROM_END = 8
"""Paragraph lines from the end within which a goodbye opens a signature."""
_DEEPEST = 5
"""Forwards within forwards that are opened; deeper is a chain letter."""
_LONGEST_HEAD = 16
"""Lines of the head of another mail, with its empty ones: mail programs print six to ten."""
_HEAD_AHEAD = 5
"""Lines behind the first of a head among which more of it must stand."""
_QUOTE_AHEAD = 3
"""Lines behind the one that says who wrote, within which the quotation begins."""
_FOOT_LINES = 12
"""Lines at the end of a mail among which the footer of a list is looked for."""


_DEEPEST = 5
"""Signs of quotation that are taken off: nobody answers more often."""
_LEAST_QUOTED = 4
"""Lines of a text that was quoted as a whole: a few may be the quotation that a story is about."""


@dataclass(frozen=True)
class Parted:
    """A mail's text in two."""

    copy: str
    notes: tuple[str, ...]
    """Lines that are not copy, in their order."""


def part(text: str, subject: str = "", sender: str = "") -> Parted:
    """The copy in a mail's text, and all else. Every line is in one of the two."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").split("\n")]
    forward = bool(_IS_FORWARD.match(subject))
    copy, notes = _without_others(lines, forward, 0)
    copy, ends = _without_end(copy)
    copy, signed = _without_signature(copy, sender)
    if not signed:
        copy, signed = _without_name(copy)
    ends = [*signed, *ends]
    copy, banners = _without_banners(copy)
    copy, begins = _without_greeting(copy)
    begins = [*banners, *begins]
    if not any(line.strip() for line in copy):
        return Parted("\n".join(lines), ())
    return Parted("\n".join(copy), tuple(line for line in (*begins, *notes, *ends) if line.strip()))


def _without_others(lines: list[str], forward: bool, depth: int) -> tuple[list[str], list[str]]:
    """The lines without what others wrote before; of a forwarded mail just those."""
    start, end = head_of_another(lines)
    if start < len(lines) and depth < _DEEPEST:
        above, heads, below = lines[:start], lines[start:end], lines[end:]
        if forward or word_count(above) < FEW_WORDS:
            copy, notes = _without_others(_unquoted(below), forward, depth + 1)
            return copy, [*above, *heads, *notes]
        return above, [*heads, *below]
    return _without_quotes(lines, forward)


def head_of_another(lines: Sequence[str]) -> tuple[int, int]:
    """Where the head of another mail stands: from its first line to behind its last."""
    for at, line in enumerate(lines):
        told = bool(_FORWARDS.fullmatch(line.strip()))
        if not told and not (_FROM.fullmatch(line) and _is_head(lines, at)):
            continue
        end = at + 1 if told else at
        while end < len(lines) and (not lines[end].strip() or _HEAD.fullmatch(lines[end])) and end < at + _LONGEST_HEAD:
            end += 1
        if told or end - at > _HEADS_LEAST:
            return at, end
    return len(lines), len(lines)


def _is_head(lines: Sequence[str], at: int) -> bool:
    """Whether more lines of a head follow the first; one at the very top is the mail's own, printed with it."""
    return sum(bool(_HEAD.fullmatch(line)) for line in lines[at + 1 : at + 1 + _HEAD_AHEAD]) >= _HEADS_LEAST


def unquoted(text: str) -> str:
    """A text without the signs of quotation that all of its lines have, as where a mail was copied out of an answer."""
    found = lines = text.split("\n")
    if sum(map(bool, map(str.strip, lines))) >= _LEAST_QUOTED:
        for _ in range(_DEEPEST):
            lines = _unquoted(lines)
    return text if lines == found else "\n".join(lines)


def _unquoted(lines: list[str]) -> list[str]:
    """Lines without the sign of quotation that each of them has."""
    full = [line for line in lines if line.strip()]
    if full and all(line.startswith(">") for line in full):
        return [line.removeprefix(">").removeprefix(" ") for line in lines]
    return lines


def _without_quotes(lines: list[str], forward: bool) -> tuple[list[str], list[str]]:
    """The lines that are not quoted, and those that are, each with the line that says who wrote it."""
    quoted = [line.startswith(">") for line in lines]
    if not any(quoted):
        return lines, []
    own = [at for at, line in enumerate(lines) if line.strip() and not quoted[at] and not _says_who(lines, at)]
    if not own or (forward and word_count([lines[at] for at in own]) < FEW_WORDS):
        copy = [line.removeprefix(">").removeprefix(" ") if quoted[at] else "" for at, line in enumerate(lines)]
        return copy, [lines[at] for at in range(len(lines)) if not quoted[at]]
    gone = {at for at in range(len(lines)) if quoted[at] or _says_who(lines, at)}
    return ["" if at in gone else line for at, line in enumerate(lines)], [lines[at] for at in sorted(gone)]


def _says_who(lines: Sequence[str], at: int) -> bool:
    """Whether a line, alone or with the next, says who wrote what is quoted below it."""
    here, after = lines[at].strip(), [line for line in lines[at + 1 : at + 1 + _QUOTE_AHEAD] if line.strip()]
    if after and after[0].startswith(">"):
        above = lines[at - 1].strip() if at else ""
        return bool(_WROTE.fullmatch(here) or _SOMEBODY_WROTE.fullmatch(here) or _WROTE.fullmatch(f"{above} {here}"))
    return len(after) > 1 and after[1].startswith(">") and bool(_WROTE.fullmatch(f"{here} {after[0]}"))


def _without_end(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines without the footer of a list, and without a signature."""
    full = [at for at, line in enumerate(lines) if line.strip()]
    for at in full[-_FOOT_LINES:]:
        if _LIST_FOOT.fullmatch(lines[at].strip()) and _FOOT_WORDS.search(" ".join(lines[at:])):
            return _cut(lines, at)
    for at in full:
        if lines[at] == "--" or (at in full[-_FROM_END:] and _DISCLAIMER.search(lines[at])):
            return _cut(lines, at)
    for at in full[-_FROM_END:]:
        if _GOODBYE.fullmatch(lines[at].strip()):
            return _cut(lines, at)
    return lines, []


def _cut(lines: list[str], at: int) -> tuple[list[str], list[str]]:
    kept, more = _without_end(lines[:at])
    return kept, [*more, *lines[at:]]


def _without_signature(lines: list[str], sender: str) -> tuple[list[str], list[str]]:
    """The lines without the sender's name at their end, what stands below it, and the goodbye above it."""
    full = [at for at, line in enumerate(lines) if line.strip()]
    known = key(sender)
    signed = [at for at in full[-_FROM_END:] if _says_more_of_sender(lines[at], known)]
    at = next((at for at in full if known and (key(lines[at]) == known or at in signed)), None)
    if at is None or at == full[0]:
        return lines, []
    if word_count(lines[at:]) > _SIGNATURE_LONGEST:
        return _without_note(lines, at)
    above = [near for near in full if near < at][-1]
    goodbye = lines[above].strip()
    first = above if goodbye.endswith((",", "，")) and word_count([goodbye]) <= _GOODBYE_LONGEST else at
    return lines[:first], lines[first:]


def _without_name(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines without a last block of a name with what its owner is, behind a sentence; several names are a list."""
    full = [at for at, line in enumerate(lines) if line.strip()]
    first = next((at for at in reversed(full) if at and not lines[at - 1].strip()), 0)
    block = [lines[at].strip() for at in full if at >= first]
    names = [bool((found := read_byline(line)) and not found.sure) for line in block]
    short = len(block) <= _SIGNATURE_LINES and all(word_count([line]) <= _GOODBYE_LONGEST for line in block)
    signs = bool(block) and names[0] and not any(names[1:]) and short and not any(map(ends_sentence, block))
    behind = [lines[at] for at in full if at < first][-1:]
    return (lines[:first], lines[first:]) if signs and any(map(ends_sentence, behind)) else (lines, [])


def _says_more_of_sender(line: str, known: str) -> bool:
    """Whether a line is the sender's name, with an office or a number behind it."""
    short = len(line.split()) <= _GOODBYE_LONGEST and not ends_sentence(line)
    return short and key(line).startswith(known) and any(sign in line for sign in ",/|·+0123456789")


def _without_note(lines: list[str], at: int) -> tuple[list[str], list[str]]:
    """The lines without a note above the copy that is signed in line `at`."""
    is_note = word_count(lines[:at]) <= FEW_WORDS and any(
        ends_sentence(line) and word_count([line]) > 1 for line in lines[:at]
    )
    end = next((near for near in range(at, len(lines)) if not lines[near].strip()), len(lines))
    return (lines[end:], lines[:end]) if is_note else (lines, [])


def _without_banners(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines without the warnings above them that a mail came from outside."""
    full = [at for at, line in enumerate(lines) if line.strip()]
    last = next((at for at in full if not _BANNER.fullmatch(lines[at].strip())), 0)
    return lines[last:], [lines[at] for at in full if at < last]


def _is_greeting(lines: Sequence[str], at: int) -> bool:
    """Whether a line greets: by its words, or alone, short and with a comma or colon behind it in any language."""
    text = lines[at].strip()
    alone = at + 1 < len(lines) and not lines[at + 1].strip()
    opens = alone and text.endswith((",", "，", ":", "：")) and word_count([text]) <= _GREETING_LONGEST
    return opens or bool(_GREETING.fullmatch(text))


def _without_greeting(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines without a greeting and the short paragraph behind it that speaks to the desk."""
    at = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    if at == len(lines) or not _is_greeting(lines, at):
        return lines, []
    gone, at = [lines[at]], at + 1
    while True:
        start = next((near for near in range(at, len(lines)) if lines[near].strip()), len(lines))
        end = next((near for near in range(start, len(lines)) if not lines[near].strip()), len(lines))
        block = lines[start:end]
        if not block or word_count(block) > _NOTE_LONGEST or not _is_note(lines, start, end):
            return lines[at:], gone
        gone, at = [*gone, *block], end


def _is_note(lines: Sequence[str], start: int, end: int) -> bool:
    """Whether a paragraph behind a greeting speaks to the desk: by its words, or right above what may be a headline."""
    text = " ".join(lines[start:end])
    if _NOTE.search(text):
        return True
    quotes = text.lstrip()[:1] in _OPENING
    return not quotes and bool(_SAYS_I_OR_YOU.search(text)) and _has_title_below(lines, end)


def _has_title_below(lines: Sequence[str], at: int) -> bool:
    """Whether one of the next paragraphs is a line that may be a headline: short, alone, and no sentence."""
    below = [at for at in range(at, len(lines)) if lines[at].strip()][:_TITLE_WITHIN]
    return any(
        not lines[near - 1].strip() and lines[near + 1 : near + 2] == [""] and not ends_sentence(lines[near].strip())
        and 2 <= word_count([lines[near]]) <= _TITLE_LONGEST
        for near in below
    )  # fmt: skip


def word_count(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)
