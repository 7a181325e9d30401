"""What paragraphs of arriving copy say that tells what they are: prompts, credits, addresses, the end of a page."""

import re
from functools import lru_cache

from db.intake.lines import LINES_KNOWN, ends_sentence, words

PROMPT = re.compile(
    r"(?i)\b(?:subscrib|sign (?:in|on|up)|log ?in|register|newsletters?$|(?:our|daily|weekly|free) newsletter"
    r"|follow us|click|tap here|press here"
    r"|download|our app|"
    r"join (?:us|our|today|now|here)|become a member|members? of|support (?:us|our)|donate|your email"
    r"|already (?:a|with|have)|"
    r"read (?:more|on|also|next|the full)|see (?:all|more|also|the rest)|continue reading|to (?:go on"
    r"|continue) reading|"
    r"to read (?:the rest|on|more)|leave a (?:reply|comment)|write a reply|comments? (?:are|is)|free (?:stories"
    r"|articles)|"
    r"share this|sharethis|advertis|promot|sponsor|cookie|privacy|terms of|copyright (?:©|\(c\)|by\b|\d{4})"
    r"|all rights reserved|(?<![√Ã])©|"
    r"for more information|free article|(?:story|stories|article)s? left|invalid email|something went wrong|inbox"
    r"|contact:|press contact|media contact|for immediate release|have your say|topics you follow|"
    r"read .{2,40}\bfull\b|(?:full|whole) .{0,20}(?:report|story|review|interview)s? here|"
    r"(?:our|read the) rules|comments on|reached at|write to (?:her|him|us)|don['’]t (?:be the last|get caught|miss))"
)
"""What asks something of the reader; a © behind √ or Ã is an é that was misread."""
PROMPT_ELSEWHERE = re.compile(
    r"(?i)abonn|anmeld|newsletter|kommentier|kommentar|weiterlesen|mehr zum thema|das könnte sie|lesezeit|beiträge|"
    r"s['’]abonner|connectez|lire aussi|à lire|commentaires|partager|suscrib|comparti|comentarios|leer más|lee también|"
    r"leggi anche|condividi|commenti|iscriviti|"
    r"分享|评论|登录|注册|扫码|点击|客户端|公众号|责任编辑|责编|编辑|初审|终审|"
    r"来源|字号|打印|关闭窗口|当前位置|相关|推荐|热点|版权"
)
CREDIT = re.compile(
    r"(?i)(?:photo(?:s|graph(?:s|er)?)?|picture|image|credit|courtesy|foto|fotos|crédit|bild|摄|供图|图片|图)\s*"
    r"(?:by|of|:|：|/|\||©)|(?<![√Ã])©|\(?file(?: photo)?\)?$|\b(?:getty|reuters|afp|ap photo|epa|shutterstock)\b|"
    r"\S ?/ ?[A-Z]{3,}\b|\|\s*[\w. ]{3,30}$"
)
CREDIT_BEHIND = re.compile(
    r"\S ?[/|] ?[A-Z][A-Za-z.]{2,20}$|[.”\"')] ?\(?[A-Z][\w.]+ [A-Z][\w.]+\)?$|[(（][^()（）]{2,30}[)）]$"
)
"""A name, an agency or brackets behind the last sentence."""
MADE_BY = re.compile(
    r"(?i)^\W*(?:additional |with )?(?:reporting|report|reported|edit(?:ed|ing)|writing|written|shot|filmed|cut"
    r"|subtitles|"
    r"words|text|translat\w+|compiled|produced|graphics?|video)\b.{0,30}\bby\b"
)
CONTRIBUTED = re.compile(
    r"(?i)\bcontributed to this (?:report|story|article)|\bcan be reached at|\bfollow (?:him|her|them)\b"
    r"|\b(?:contributed|sent in|submitted) this\b|is a (?:staff|freelance|senior)"
)
PAGE_END = re.compile(
    r"(?i)^\W*(?:copyright(?:$| ?©| ?\(c\)| by\b| \d{4}|:)|©|tags?\b|keywords?\b|topics\b|comments?\b|leave a"
    r"|write a reply|post a|share\b"
    r"|related|latest (?:posts|news|stories)|key posts|story tools|social media|contributed by|recommended"
    r"|about (?:the (?:author|contributor)|us\b)|notes? (?:to|for) editors?|notizblock"
    r"|(?:.{0,60}\bnicht zur veröffentlichung)"
    r"|not for publication|(?:noot voor de redactie|niet voor publicatie|non destiné à la publication|no para publicar)"
    r"|presse-?kontakt|contact presse|kontakt dla mediów|ufficio stampa|para más información\b.{0,30}[:：]?$"
    r"|gabinete de prensa|contatti stampa|(?:press|media) (?:contact|enquiries)|more (?:from(?! the\b)|stories|:)|"
    r"read more|most (?:read|popular|viewed|liked|seen)|popular posts|much liked|kommentare?|das könnte|mehr zum"
    r"|lire aussi|à lire|sur le même|lesen sie|art[ií]culos relacionados|[úu]ltimas noticias|m[áa]s (?:en"
    r"|le[íi]d)|te puede|archivado|leggi anche|potrebbe|"
    r"相关|责任编辑|责编|编辑|评论|分享|热点|推荐)"
)
RELEASE = re.compile(
    r"(?i)for immediate release|\b(?:press|news|media) (?:release|advisory|contact)|notes to editors|^contacts?:"
    r"|pressemitteilung|nota de prensa|informacja prasowa|nota de imprensa|communiqué de presse|comunicado de prensa"
    r"|comunicato stampa|persbericht"
)
ABOUT = re.compile(r"(?i)(?:about|über|à propos d|acerca de|sobre|over|informazioni su)\b.{2,60}")
"""The title of what a release says of who sent it."""
_TELEPHONE = r"(?<![\d-])(?!\d{1,2}-\d{1,2}(?![\d-]))\+?\d[\d ()-]{8,}"
"""A number that does not begin as the score of a match does."""
ADDRESS = re.compile(r"(?i)https?://(?:www\.)?|www\.|[^\s@]{1,60}@[^\s@]{1,80}\.[^\s.@]|" + _TELEPHONE)
ADDRESSES = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,60}@[^\s@]{1,80}\.[^\s.@]\S{0,80}")
"""Those of pages and mailboxes alone, whole."""
HASHES = re.compile(r"^#{1,6}\s")
"""Before a heading of plain text."""
NO_COPY = (PROMPT, PROMPT_ELSEWHERE, CREDIT, ADDRESS, CONTRIBUTED, MADE_BY)
"""What no plain sentence of a story has."""
_LOOKED_AT = 400
"""Characters at the beginning of a paragraph in which signs of what it is are looked for."""
_CONTACTS = 2
"""Addresses and telephone numbers that make a few lines a note of whom to ask."""
_CONTACT_LONGEST = 400
_LEAST_TOLD = 20
"""Words beside just so many that make a whole sentence one of the story: it tells more than whom to ask."""
_LONGEST_CREDIT = 80
"""Characters behind a caption that may say who took the picture; what is longer says more of it."""


@lru_cache(maxsize=LINES_KNOWN)
def has(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the beginning of a paragraph has what a pattern looks for; each is asked several times."""
    return bool(pattern.search(text[:_LOOKED_AT]))


def is_contact(text: str) -> bool:
    """Whether a paragraph says whom to ask, and how they are reached."""
    named = len(ADDRESS.findall(text)) if len(text) < _CONTACT_LONGEST else 0
    told = named == _CONTACTS and ends_sentence(text) and words(ADDRESSES.sub("", text)) >= _LEAST_TOLD
    return named >= _CONTACTS and not told


def says_with_credit(longer: str, text: str) -> bool:
    """Whether a line is another one with who took the picture behind it."""
    rest = longer[len(text) :] if longer.startswith(text) else ""
    return 0 < len(rest) < _LONGEST_CREDIT and bool(
        CREDIT.search(rest) or CREDIT_BEHIND.search(longer[-_LONGEST_CREDIT:])
    )
