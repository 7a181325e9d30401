"""The furniture of a news web page: what a site puts round a story, as tables. Nothing here looks at context."""

import re
from functools import lru_cache

from db.intake.dates import is_date
from db.intake.lines import LINES_KNOWN, key, words

_SECTIONS = """
home|china|world|asia|asia pacific|asia-pacific|africa|americas|europe|uk|us|usa|middle east|nation|national
local|metro|city|business|economy|companies|company|markets|money|finance|tech|technology|science|innovation
industries|motoring|auto|cars|opinion|opinions|editorial|editorials|comment|commentary|columnists|op-ed
op-ed contributors|letters|letters to the editor|leserbriefe|courrier des lecteurs|cartas al director
lettere al direttore|voices|analysis|views|culture|life|lifestyle|style|arts|art|books|music|film
film and tv|theater|theatre|travel|food|fashion|health|people|heritage|sport|sports|football|soccer|basketball
tennis|golf|cricket|olympics|society|education|environment|climate|weather|photo|photos|video|videos|podcast
podcasts|multimedia|features|feature|special|specials|special coverage|regional|regions|politics|government|law
military|diplomacy|news|latest|latest news|top news|top stories|breaking news|headlines|in depth|in-depth
explainer|newspaper|e-paper|epaper|global|hong kong|macao|taiwan|greater bay area|lead|front page|cover story
events and festivals|首页|要闻|时政|国内|国际|社会|财经|经济|体育|文化|娱乐|科技|教育|评论|观点|观察|深度|军事
汽车|房产|健康|旅游|视频|图片|专题|地方|本地|城市|新闻
"""
_WORDS = """
promotion|share|share this|share this article|share this story|share on facebook|share on twitter|share on x|share to
tweet|facebook|twitter|linkedin|whatsapp|wechat|weibo|pinterest|reddit|telegram|email|e-mail|email this|mail
print|print this|copy link|link copied|save|save article|bookmark|follow|follow us|follow us on|subscribe
subscribe now|sign in|sign up|log in|login|register|newsletter|newsletters|sign up for our newsletter|menu
search|top|back to top|go to top|scroll to top|next|previous|prev|next article|previous article|next page|more
more stories|read more|read more stories|see more|view more|load more|show more|more on this|more on this story
more from|full story|continue reading|click here|advertisement|advertising|ad|ads|sponsored|sponsored content
promoted|promoted stories|comments|comment|add a comment|leave a comment|post a comment|view comments
no comments|be the first to comment|related|related stories|related articles|related news|related topics
related content|related links|recommended|recommended for you|recommended stories|you may like|you may also like
you might also like|most viewed|most viewed in 24 hours|most popular|most read|trending|trending now|popular
editor's picks|editors' picks|editor's pick|today's top news|what's new|hot topics|tags|keywords|topics|listen
listen to this article|audio|play|watch|watch live|live|large|medium|small|font size|text size|a a a|a- a+|close
open|skip|skip to content|skip to main content|skip navigation|jump to content|cookies|accept|accept all
accept cookies|privacy policy|terms of use|terms|about us|contact us|contact|careers|site map|sitemap|rss
download app|download the app|get the app|mobile|desktop version|english|中文|français|español|русский|日本語
한국어|chinese|photo gallery|gallery|slideshow|story|article|photo|photos by|image|images|1|2|3|/|>|>>|»|›|…|...
×|* * *|***|---|===|###|分享|分享到|分享至|微信|微博|朋友圈|扫一扫|收藏|点赞|评论|打印|字号|大|中|小|大 中 小
返回顶部|顶部|回到顶部|返回首页|上一篇|下一篇|更多|阅读更多|查看更多|展开全文|相关阅读|相关新闻|相关报道
推荐阅读|热门推荐|热点新闻|热门新闻|猜你喜欢|延伸阅读|广告|登录|注册|搜索|导航|打印本页|关闭窗口|关闭|收藏本站|设为首页|加入收藏|正文|新闻中心|关于我们|联系我们|版权声明|手机版
客户端|全文|举报|纠错|我要评论
key posts|latest posts|have your say|story tools|page tools|article tools|social media|networks|auch interessant
teilen|drucken|merken|kommentare|kommentar schreiben|anmelden|abonnieren|abo|startseite|suche|anzeige|werbung
zur startseite|nach oben|mehr zum thema|lesen sie auch|das könnte sie auch interessieren|partager|imprimer
commentaires|réagir|s'abonner|abonnez-vous|se connecter|accueil|rechercher|publicité|lire aussi|à lire aussi
sur le même sujet|sur le même thème|compartir|imprimir|comentarios|comentar|suscríbete|suscribirse|iniciar sesión
inicio|buscar|publicidad|lee también|te puede interesar|artículos relacionados|articulos relacionados
noticias relacionadas|más noticias|condividi|stampa|commenti|commenta|abbonati|accedi|cerca|pubblicità|leggi anche
articoli correlati|compartilhar|partilhar|comentários|assine|entrar|publicidade|leia também|leia mais
notícias relacionadas|delen|reageer|reacties|abonneren|inloggen|zoeken|advertentie|lees ook|lees meer|dela
kommentera|prenumerera|logga in|sök|annons|läs också|läs mer|udostępnij|drukuj|komentarze|zaloguj się|szukaj|reklama
czytaj także|zobacz także|czytaj też|поделиться|распечатать|комментарии|подписаться|войти|поиск|реклама|читайте также
читать далее|по теме
"""
_OUTLETS = """
china daily|xinhua|xinhua news agency|global times|people's daily|cgtn|cctv|shanghai daily|sixth tone
china news service|ecns|reuters|associated press|the associated press|ap|afp|agence france-presse|bloomberg|upi
dpa|deutsche presse-agentur|efe
agencia efe|ansa|belga|apa|pap|lusa|ritzau|ntb|tt|anp|sid|epd|kna|kyodo|yonhap|tass|bbc|bbc news|cnn|npr|the guardian
guardian|the times|the new york times|new york times
the washington post|financial times|the economist|south china morning post|al jazeera|the telegraph
the independent|los angeles times|wall street journal|the wall street journal|chinadaily.com.cn|xinhuanet
agencies|staff|newsroom|新华社|新华网|人民日报|人民网|中国日报|中国日报网|中新社|中新网|中国新闻网|央视|央视新闻
环球时报|澎湃新闻|新京报|光明日报|经济日报
"""
_LISTS = """
related|related stories|related articles|related news|related content|related links|recommended
recommended for you|recommended stories|you may like|you may also like|you might also like|most viewed
most viewed in 24 hours|most popular|most read|trending|trending now|popular|editor's picks|editors' picks
mehr zum thema|lesen sie auch|lire aussi|à lire aussi|sur le même sujet|artículos relacionados|articulos relacionados
noticias relacionadas|te puede interesar|leggi anche|articoli correlati|leia também|lees ook|läs också|czytaj także
читайте также|по теме
today's top news|what's new|hot topics|more stories|more from|photo gallery|latest news|top news|top stories
相关阅读|相关新闻|相关报道|推荐阅读|热门推荐|热点新闻|热门新闻|猜你喜欢|延伸阅读
"""
_LONGEST_CRUMB = 4
"""Words of a part of a trail; more is a sentence that has such a sign in it."""
_LONGEST_SITE = 40
"""Characters behind a headline that may be the name of a site that is not known."""


def _table(text: str) -> frozenset[str]:
    return frozenset(" ".join(entry.split()) for entry in text.strip().replace("\n", "|").split("|"))


_SECTION, _WORD, _OUTLET, _LIST = map(_table, (_SECTIONS, _WORDS, _OUTLETS, _LISTS))

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:copyright ?(?:©|\(c\)|:|by\b|\d{4})|©|\(c\) ?\d{4}|all rights reserved).{0,300}|copyright",
        r".{0,80}(?:all rights reserved|版权所有|未经授权|不得转载|未经许可).{0,200}",
        r"(?:editors?|(?:edit|report)(?:ing|ed) by|web editor|source|责任编辑|责编|编辑|来源|稿源|校对|审核|监制)"
        r"\s*[:：]\s*.{0,80}",
        r"\(?(?:additional )?(?:reporting|writing|editing)(?: and (?:writing|editing))? by .{2,160}\)?",
        r"(?:read|see|watch|listen) (?:more|also|next|now)\s*[:：].{0,160}",
        r"(?:read more|click here|sign up|subscribe|follow us|download|scan)\b.{0,80}"
        r"(?:here|newsletter|app|twitter|facebook|code|now|us)\b.{0,60}",
        r"(?:more|related|read|watch|see also|also read|don't miss|voir aussi|lire|lesen sie|mehr|lee|leggi|lees|läs"
        r"|czytaj)\s*[:：] .{3,120}[^.!?。]",
        r"(?:tags?|keywords?|topics?|filed under|关键词|标签)\s*[:：].{0,160}",
        r"(?:contact|e-?mail)(?: the (?:writer|author|reporter)s?)?(?: at)?(?:\s*:)?\s*[^\s@]+@\S+",
        r"[^\s@]+@\S+\.[^\s.]{2,10}\.?",
        r"(?:https?://|www\.)\S+",
        r"icp备?\S{0,30}|.{0,12}icp备.{0,40}|.{0,20}公网安备.{0,40}",
        r"(?:license for publishing .{0,120}|registration number.{0,60})",
        r"\d+ (?:comments?|shares?|likes?|views?|min(?:ute)?s? read)",
        r"(?:share|tweet|like|comment|print|save|email|facebook|twitter|wechat|weibo|[\s|/·•,-]){2,}",
        r"(?:page )?\d{1,2} (?:of|/) \d{1,2}",
        r"(?:epd |dpa )?/?(?=[^/]{0,12}/)(?=.{0,20}[a-z]{2})(?:[a-z]{1,5}[ /,;]{1,4}){1,5}[a-z]{0,5}",
        r"(?:[a-z]{2,6}[ /])?\d{6} (?:gmt )?[a-z]{3} \d{2,4}|lusa/fim|(?:[a-z]{3}\d-[a-z]{2,3})",
        r"(?:\(c\)|©) ?[a-z]{2,10} ?\d{4}.{0,60}",
        r"(?:本文来源|文章来源|图片来源|原标题)\s*[:：].{0,80}",
        r"this (?:article|story) (?:first |was |originally ).{0,120}",
        r"(?:news|press|media) (?:advisory|advisories|release|releases)\s*:?|for (?:immediate )?release\b.{0,60}",
        r"(?:pressemitteilung|presseinformation|medienmitteilung|communiqué de presse"
        r"|nota de prensa|comunicado de prensa"
        r"|comunicato stampa|persbericht|informacja prasowa|nota de imprensa|comunicado de imprensa|pressmeddelande"
        r"|pressemeddelelse|пресс-релиз|basın bülteni|新闻稿|プレスリリース)\s*:?",
        r"提示\s*[:：].{2,40}",
        r"[-–—] ?\([a-z][\w .&/-]{1,25}\)",
        r".{0,8}(?:当前位置|现在的位置|所在位置).{0,80}|you are here\s*:.{0,80}|sie sind hier\s*:.{0,80}"
        r"|vous êtes ici\s*:.{0,80}",
        r"(?:[a-z]{3,12}(?: [a-z]{2,10}){0,3} by (?:[\w'’-]{1,20}[ .,;]{1,2}){1,8}){2,6}",
        r"[\W_]+",
    )
)
_LONGEST, _LONGEST_CAPTION = 320, 460
"""Characters of a line of furniture, of a caption: what is longer is a paragraph, and not looked at."""
_LONGEST_TITLE = 200
"""Characters that a line which says a headline again may have beside it."""
_DATED_SOURCE = re.compile(r"(?i)(?P<date>.{4,60}?)\s+(?:来源|稿源|source)\s*[:：].{1,60}")
_CRUMB = re.compile(r"[/>›»|·→]|::")
_SHORT = 100
"""Characters; a trail of sections or a section's name is shorter."""
_BETWEEN_WORDS = re.compile(r"[\s:：|/·•,，\[\]()（）【】]+")
_SITE = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|cn|org|net|co\.uk|news)")
_CAPTION = re.compile(
    r"(?i)(?:.{0,400}[\[(（【](?:photos?|picture|image|file photo|illustration|cartoon|图|图片|摄影|照片).{0,60}"
    r"[\])）】]\.?"
    r"|(?:photos?|picture|image|file photo|摄影|图片|图)\s*(?:[:：]|by\b|/).{1,80}|.{0,40}(?:\s|/)(?:摄|供图)"
    r"|图为.{2,60}|.{5,200}(?-i:[A-Z][\w'’-]{1,20} [A-Z][\w'’-]{1,20} ?/ ?[A-Z]{3,12})"
    r"|(?:pie de foto|bildunterschrift|bildunterzeile|bildtext|légende|didascalia|onderschrift|bijschrift|podpis"
    r"|legenda"
    r"|caption|cutline|фото|подпись)\s?[:：].{2,400}"
    r"|.{5,380}[.!?*)”\"] ?(?:photograph|photo|picture|image|credit|foto|bild|crédit)s?\s?(?:[:：/]|\bby\b)"
    r"\s?[A-ZÀ-Þ][^.]{2,60})"
)


def is_section(text: str) -> bool:
    """Whether a text is the name of a section, alone or as a trail of them (`Home / China / Society`)."""
    parts = _crumbs(text)
    return bool(parts) and all(part.casefold() in _SECTION for part in parts)


def _crumbs(text: str) -> list[str]:
    """The parts of a trail; none of a text that is too long for one."""
    return [part.strip() for part in _CRUMB.split(text) if part.strip()] if len(text) < _SHORT else []


def is_outlet(text: str) -> bool:
    """Whether a text names a news agency, a paper or a site."""
    plain = text.strip(" ().[]（）【】").casefold()
    return plain in _OUTLET or bool(_SITE.fullmatch(plain))


@lru_cache(maxsize=LINES_KNOWN)
def is_furniture(text: str) -> bool:
    """Whether a line on its own is surely none of the story."""
    if len(text) > _LONGEST:
        return False
    plain = text.strip(" :：•·-–—*|>»").casefold().replace("’", "'")
    if not plain or plain in _WORD or is_section(text) or is_outlet(text):
        return True
    if is_date(text) or is_trail(text) or _is_dated_source(text) or _is_row_of_words(plain):
        return True
    return any(pattern.fullmatch(text.strip()) for pattern in _PATTERNS)


def is_menu_word(text: str) -> bool:
    """Whether a line is a word of a page's menus and buttons, and no section's name, which may be a subhead."""
    return text.strip(" :：•·-–—*|>»").casefold().replace("’", "'") in _WORD and not is_section(text)


def _is_row_of_words(text: str) -> bool:
    """Whether all that a line has are words of furniture: `字号: [小] [中] [大] 打印本页 关闭窗口`."""
    parts = [part for part in _BETWEEN_WORDS.split(text) if part] if len(text) < _SHORT else []
    return len(parts) > 1 and all(part in _WORD for part in parts)


def _is_dated_source(text: str) -> bool:
    """Whether a line says when and where a text was published: `2026-10-02 08:15 来源：港口晚报`."""
    found = _DATED_SOURCE.fullmatch(text)
    return found is not None and is_date(found["date"])


def is_trail(text: str) -> bool:
    """Whether a text is a trail of short names from the home page down: `Home > City > Harbour`."""
    parts = _crumbs(text)
    known = sum(part.casefold() in _SECTION or part in _WORD for part in parts)
    return len(parts) > 1 and known > 0 and all(words(part) <= _LONGEST_CRUMB for part in parts)


def starts_list(text: str) -> bool:
    """Whether a line is the title of a list of other stories."""
    return text.strip(" :：•·-–—*|>»").casefold().replace("’", "'") in _LIST


@lru_cache(maxsize=LINES_KNOWN)
def is_caption(text: str) -> bool:
    """Whether a paragraph is a picture's cutline or credit."""
    return len(text) <= _LONGEST_CAPTION and bool(_CAPTION.fullmatch(text.strip()))


def without_site(text: str) -> str:
    """A page's title without the name of the site behind it: `Pilots stay - Chinadaily.com.cn`."""
    while (shorter := _without_last_site(text)) != text:
        text = shorter
    return text


def _without_last_site(text: str) -> str:
    for mark in (" | ", " - ", " – ", " — ", "_", "｜"):
        head, found, tail = text.rpartition(mark)
        if found and len(head) > len(tail) and (is_outlet(tail) or is_section(tail)):
            return head.strip()
    return text


def says_again(text: str, headline: str) -> bool:
    """Whether a line is a headline again, the name of any site behind it allowed: `Pilots stay - Harbour Courier`."""
    if len(text) > _LONGEST_TITLE + 2 * len(headline):
        return False
    if same(without_site(text), headline):
        return True
    tail = text[len(headline) :] if text.casefold().startswith(headline.casefold()) else ""
    return bool(headline) and len(tail) < _LONGEST_SITE and bool(re.match(r"(?:\s+[-–—|]\s+|\s*[_｜]\s*)\w", tail))


def same(a: str, b: str) -> bool:
    """Whether two texts differ in case, spacing and punctuation alone."""
    return key(a) == key(b)
