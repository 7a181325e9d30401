"""Places: the cities datelines start with most, and whether a few words can name a place."""

_CITY_NAMES = """
beijing|shanghai|tianjin|chongqing|guangzhou|shenzhen|nanjing|hangzhou|suzhou|wuhan|chengdu|xi'an|xi’an|xian
qingdao|dalian|ningbo|xiamen|fuzhou|jinan|zhengzhou|changsha|kunming|harbin|shenyang|changchun|hefei|nanchang
nanning|guiyang|haikou|sanya|lanzhou|xining|yinchuan|urumqi|ürümqi|lhasa|hohhot|taiyuan|shijiazhuang|wuxi
wenzhou|dongguan|foshan|zhuhai|yiwu|quanzhou|yantai|macao|macau|taipei|kaohsiung|hong kong|hongkong|singapore
tokyo|osaka|kyoto|seoul|busan|pyongyang|hanoi|ho chi minh city|bangkok|jakarta|manila|kuala lumpur|phnom penh
yangon|vientiane|new delhi|delhi|mumbai|kolkata|dhaka|colombo|kathmandu|islamabad|karachi|kabul|tehran|baghdad
riyadh|dubai|abu dhabi|doha|jerusalem|tel aviv|beirut|damascus|ankara|istanbul|cairo|nairobi|lagos|abuja|accra
addis ababa|johannesburg|cape town|moscow|st petersburg|kyiv|kiev|warsaw|berlin|frankfurt|munich|hamburg|vienna
zurich|geneva|bern|brussels|the hague|amsterdam|rotterdam|paris|london|edinburgh|dublin|madrid|barcelona|lisbon
rome|milan|athens|copenhagen|oslo|stockholm|helsinki|prague|budapest|bucharest|sofia|belgrade|new york
washington|boston|chicago|los angeles|san francisco|seattle|houston|toronto|vancouver|ottawa|montreal
mexico city|havana|bogota|bogotá|lima|santiago|buenos aires|brasilia|sao paulo|são paulo|rio de janeiro|canberra
sydney|melbourne|wellington|auckland|davos|united nations|almaty|astana|tashkent
"""
CITIES = frozenset(_CITY_NAMES.strip().replace("\n", "|").split("|"))


def is_place(text: str, *, known: bool = False) -> bool:
    """Whether a few words can name a place: each starts with a capital; with `known`, only one of the listed cities."""
    if text.casefold() in CITIES:
        return True
    words = text.replace(",", " ").replace("/", " ").split()
    if known or not 0 < len(words) <= 5:
        return False
    return all(word[0].isupper() and all(c.isalpha() or c in "'’.-" for c in word) for word in words)
