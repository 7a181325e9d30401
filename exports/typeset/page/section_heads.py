"""Section heads: the name of a desk as a page line shows it, in capitals, in the language of the page.

A newsroom calls its desks as it likes. The commonest English names are printed in the page's language; any other is
printed as it is.
"""

_SECTIONS: dict[str, dict[str, str]] = {
    "ar": {"city": "محليات", "business": "اقتصاد", "sport": "رياضة", "culture": "ثقافة", "world": "العالم",
           "politics": "سياسة", "opinion": "رأي", "science": "علوم"},
    "de": {"city": "Lokales", "business": "Wirtschaft", "sport": "Sport", "culture": "Kultur", "world": "Ausland",
           "politics": "Politik", "opinion": "Meinung", "science": "Wissen"},
    "es": {"city": "Local", "business": "Economía", "sport": "Deportes", "culture": "Cultura", "world": "Internacional",
           "politics": "Política", "opinion": "Opinión", "science": "Ciencia"},
    "fr": {"city": "Ville", "business": "Économie", "sport": "Sports", "culture": "Culture", "world": "Monde",
           "politics": "Politique", "opinion": "Débats", "science": "Sciences"},
    "he": {"city": "מקומי", "business": "כלכלה", "sport": "ספורט", "culture": "תרבות", "world": "עולם",
           "politics": "פוליטיקה", "opinion": "דעות", "science": "מדע"},
    "it": {"city": "Cronaca", "business": "Economia", "sport": "Sport", "culture": "Cultura", "world": "Esteri",
           "politics": "Politica", "opinion": "Opinioni", "science": "Scienze"},
    "ja": {"city": "地域", "business": "経済", "sport": "スポーツ", "culture": "文化", "world": "国際",
           "politics": "政治", "opinion": "オピニオン", "science": "科学"},
    "ko": {"city": "지역", "business": "경제", "sport": "스포츠", "culture": "문화", "world": "국제",
           "politics": "정치", "opinion": "오피니언", "science": "과학"},
    "nl": {"city": "Stad", "business": "Economie", "sport": "Sport", "culture": "Cultuur", "world": "Buitenland",
           "politics": "Politiek", "opinion": "Opinie", "science": "Wetenschap"},
    "pl": {"city": "Miasto", "business": "Gospodarka", "sport": "Sport", "culture": "Kultura", "world": "Świat",
           "politics": "Polityka", "opinion": "Opinie", "science": "Nauka"},
    "pt": {"city": "Cidade", "business": "Economia", "sport": "Desporto", "culture": "Cultura", "world": "Mundo",
           "politics": "Política", "opinion": "Opinião", "science": "Ciência"},
    "ru": {"city": "Город", "business": "Экономика", "sport": "Спорт", "culture": "Культура", "world": "Мир",
           "politics": "Политика", "opinion": "Мнения", "science": "Наука"},
    "uk": {"city": "Місто", "business": "Економіка", "sport": "Спорт", "culture": "Культура", "world": "Світ",
           "politics": "Політика", "opinion": "Думки", "science": "Наука"},
    "zh": {"city": "本地", "business": "财经", "sport": "体育", "culture": "文化", "world": "国际",
           "politics": "时政", "opinion": "观点", "science": "科技"},
    "zh-hant": {"city": "本地", "business": "財經", "sport": "體育", "culture": "文化", "world": "國際",
                "politics": "政治", "opinion": "觀點", "science": "科技"},
}  # fmt: skip
"""Names of sections by language and by what English calls them."""

_ALIASES = {"sports": "sport", "economy": "business", "arts": "culture", "local": "city", "foreign": "world"}

_TRADITIONAL = ("zh-hant", "zh-hk", "zh-mo", "zh-tw")

_DOTTED = ("tr", "az")
"""Languages whose small i has a capital with a dot."""


def section_head(desk: str, language: str) -> str:
    """The name of a desk over a page in a language (BCP 47)."""
    tag = language.replace("_", "-").lower()
    key = "zh-hant" if tag.startswith(_TRADITIONAL) else tag.partition("-")[0]
    name = desk.strip().casefold()
    shown = _SECTIONS.get(key, {}).get(_ALIASES.get(name, name), desk)
    return (shown.replace("i", "İ") if key in _DOTTED else shown).upper()
