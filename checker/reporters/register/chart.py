"""What was open at the date of each source, as a chart of the workbook and in words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.reporters.register.layout import ACCENT, LINE
from checker.reporters.register.tables import Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook

LINES = 26
"""How many lines of its sheet it covers."""
_DRAWN = (("solid", "circle", ACCENT), ("dash", "square", "#404040"))
_TOLD = 1_000
"""Characters of a description that Excel keeps."""


def of_trend(workbook: Workbook, table: Table) -> Any:
    """Return the chart of a table that stands at the top of the sheet "Trend"."""
    last = len(table.rows)
    chart = workbook.add_chart({"type": "line"})
    for column, (dash, mark, color) in enumerate(_DRAWN, start=1):
        chart.add_series(
            {
                "name": ["Trend", 0, column],
                "categories": ["Trend", 1, 0, last, 0],
                "values": ["Trend", 1, column, last, column],
                "line": {"color": color, "width": 2, "dash_type": dash},
                "marker": {"type": mark, "size": 7, "border": {"color": color}, "fill": {"color": color}},
            }
        )
    chart.set_title({"name": "Open at the date of each source", "name_font": {"size": 12}})
    chart.set_x_axis({"text_axis": True, "num_format": "d mmm yyyy"})
    chart.set_y_axis({"name": "items", "min": 0, "major_gridlines": {"visible": True, "line": {"color": LINE}}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 720, "height": 360})
    return chart


def in_words(table: Table) -> str:
    """Return what the chart shows, for whoever does not see it."""
    told = "; ".join(f"{row[0]}: {row[1]} commitments, {row[2]} findings of level high" for row in table.rows)
    return f"Open items at the date of each source. {told}"[:_TOLD]
