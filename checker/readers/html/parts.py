"""Which elements of a page are its text, and which are hidden, run, or stand round it."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _names(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td "
    "tfoot th thead tr ul"
)
SCRIPTS = _names("script noscript template style object embed applet iframe frame frameset noframes svg math")
CONTROLS = _names("select button datalist textarea")
_ROUND = _names("nav aside footer header")
_NEVER = _names("body td th tr tbody p")
_ROLES = _names("navigation banner contentinfo search menu menubar dialog alertdialog complementary")
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|cookies?|cookie-?\w+|skip-?\w*|share|sharing|social|"
    r"related|newsletter|subscri\w+|promo|advert\w*|ads?|banner|pagination|pager|comments|disqus|login|masthead)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CONTENT = "main, [role=main], #modgov, .mgContent, article, #main-content, #content, #main"
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|font-size\s*:\s*0\D*(?:;|!|$)|"
    r"(?:text-indent|left|top)\s*:\s*-(?:\d{4,}|\d{3,}em)",
    re.IGNORECASE,
)
_COLOURS = re.compile(r"(?:^|[;\s])(background(?:-color)?|color)\s*:\s*([^;!]+)", re.IGNORECASE)
_ALIKE = {"white": "#fff", "#ffffff": "#fff", "rgb(255,255,255)": "#fff", "black": "#000", "#000000": "#000"}
_SHOWING = re.compile(r"(?:^|[;\s])(?:display\s*:\s*(?!none)|visibility\s*:\s*visible)", re.IGNORECASE)
_RULE = re.compile(r"([^{}@;]{1,500})\{([^{}]{0,5000})\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@(?:media|supports|keyframes|font-face)[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.IGNORECASE)
_SELECTORS = 200
_SHARE = 0.5
"""An element that holds this share of the words or more is no margin, whatever its name."""


class Parts:
    """What is known of the elements of one page before it is walked through."""

    def __init__(self, page: LexborHTMLParser) -> None:
        self._hidden = _hidden_by_sheet(page)
        self._all = _length(page.body)
        self.content = self._content(page)
        self._within = _ancestors(self.content)

    def _content(self, page: LexborHTMLParser) -> LexborNode | None:
        """Return the element that holds the text, where the page says which."""
        for name in _CONTENT.split(", "):
            found = page.css(name)
            if len(found) == 1 and _length(found[0]) * 4 >= self._all:
                return found[0]
        return None

    def hides(self, node: LexborNode) -> str:
        """Return by what an element is hidden from a reader of the page; nothing where it is not."""
        if node.mem_id in self._hidden:
            return self._hidden[node.mem_id]
        attributes = node.attributes
        if found := _hiding(attributes.get("style") or ""):
            return found
        return "hidden" if "hidden" in attributes and attributes["hidden"] != "until-found" else ""

    def is_content(self, node: LexborNode) -> bool:
        """Tell whether this is the element that holds the text."""
        return self.content is not None and node.mem_id == self.content.mem_id

    def round_it(self, node: LexborNode, inside: bool) -> bool:
        """Tell whether an element stands round the text: navigation, a margin, a footer.

        Args:
            node: the element.
            inside: whether it stands inside the element that holds the text.
        """
        if node.mem_id in self._within or node.tag == "h1":
            return False
        if self.content is not None and not inside:
            return node.css_first("h1") is None
        named = _named(node) and not (self.content is None and _is_of_text(node))
        if named or (self.content is None and _all_links(node)):
            return _length(node) < self._all * _SHARE and node.css_first("h1") is None
        return False


def _named(node: LexborNode) -> bool:
    """Tell whether an element says itself that it stands round the text."""
    tag, attributes = node.tag or "", node.attributes
    if tag in _ROUND or (attributes.get("role") or "") in _ROLES:
        return True
    if tag not in BLOCKS or tag in _NEVER:
        return False
    return bool(_NAMES.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:300]))


def _ancestors(node: LexborNode | None) -> frozenset[int]:
    found = set()
    while node is not None:
        found.add(node.mem_id)
        node = node.parent
    return frozenset(found)


def _is_of_text(node: LexborNode) -> bool:
    """Tell whether a header, footer or aside belongs to an article, not to the page."""
    above = node.parent if node.tag in ("header", "footer", "aside") else None
    while above is not None:
        if above.tag in ("article", "main", "section", "blockquote", "td"):
            return True
        above = above.parent
    return False


def _all_links(node: LexborNode) -> bool:
    """Tell whether an element is a list of hardly more than links."""
    if node.tag not in ("ul", "ol", "div", "table"):
        return False
    links = node.css("a")
    if len(links) < 4:
        return False
    linked = sum(_length(link) for link in links)
    return linked >= 0.8 * _length(node) and linked < 60 * len(links)


def _length(node: LexborNode | None) -> int:
    return len("".join((node.text(deep=True) if node is not None else "").split()))


def _hiding(style: str) -> str:
    """Return what in a style hides words; nothing where nothing does."""
    found = _HIDING.search(style)
    if found:
        return "".join(found.group().split()).rstrip(";!")
    if "color" not in style.lower():
        return ""
    said = {name.lower(): "".join(value.lower().split()) for name, value in _COLOURS.findall(style)}
    ground = said.get("background-color") or said.get("background")
    colours = {_ALIKE.get(colour, colour) for colour in (said.get("color"), ground) if colour}
    return "letters as their ground" if len(colours) == 1 and ground and "color" in said else ""


def _hidden_by_sheet(page: LexborHTMLParser) -> dict[int, str]:
    """Return the elements that a style sheet in the page hides, by the plain rules that are not for print."""
    hidden: dict[int, str] = {}
    for sheet in page.css("style"):
        css = _MEDIA.sub("", _COMMENT.sub("", sheet.text(deep=True)[:200_000]))
        for rule in list(_RULE.finditer(css))[:2000]:
            found = _hiding(rule.group(2))
            if found and len(hidden) < 10_000:
                hidden |= dict.fromkeys(_select(page, rule.group(1)), found)
            elif not found and _SHOWING.search(rule.group(2)):  # the later rule counts, as of a tab that is open
                for node in _select(page, rule.group(1)) & hidden.keys():
                    del hidden[node]
    return hidden


def _select(page: LexborHTMLParser, selectors: str) -> set[int]:
    found: set[int] = set()
    for selector in selectors.split(",")[:_SELECTORS]:
        if ":" in selector or not selector.strip():  # what depends on a pointer or a state hides nothing for good
            continue
        try:
            found |= {node.mem_id for node in page.css(selector.strip())}
        except Exception:  # noqa: S112 a rule that this parser does not know hides nothing
            continue
    return found
