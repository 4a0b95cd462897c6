"""The one style sheet: flat surfaces, hairlines and one accent, written from the tokens of a theme.

Widgets say what they are through dynamic properties, so that no widget carries colours of its own:
`kind` on buttons (primary, link, chip, ghost), `role` on labels (title, section, muted, small, figure,
chip), `card` on frames (plain, accent, warn).
"""

from importlib.resources import files
from typing import TYPE_CHECKING

import citeria_resources

if TYPE_CHECKING:
    from citeria_desktop.theme import Theme


def sheet(theme: "Theme") -> str:
    """The style sheet of the whole application in `theme`."""
    marks = files(citeria_resources) / "marks"
    return _RULES.format(
        arrow=str(marks / "chevron-down.svg").replace("\\", "/"),
        left=str(marks / "chevron-left.svg").replace("\\", "/"),
        right=str(marks / "chevron-right.svg").replace("\\", "/"),
        clear=str(marks / "clear.svg").replace("\\", "/"),
        off="dashed" if theme.name == "contrast" else "solid",  # where hardly a colour is left to tell it by
        check=str(marks / f"check-{'dark' if theme.dark else 'light'}.svg").replace("\\", "/"),
        **{
            token: getattr(theme, token)
            for token in (
                "window",
                "surface",
                "line",
                "edge",
                "text",
                "muted",
                "accent",
                "warn",
                "bad",
                "selection",
                "on_accent",
            )
        },
    )


_RULES = """
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {line}; padding: 4px 8px; }}
QMenuBar {{ background: {surface}; color: {text}; border: none; padding: 0 8px; }}
QMenuBar::item {{ padding: 4px 8px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {selection}; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selection}; color: {text}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: 8px; }}

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox {{
    background: {surface}; color: {text}; border: 1px solid {edge}; border-radius: 5px; padding: 4px 7px;
    selection-background-color: {accent}; selection-color: {on_accent}; placeholder-text-color: {muted};
}}
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover {{ border-color: {muted}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {{
    border: 1px solid {accent};
}}
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit {{ border: none; padding: 0 7px; background: transparent; }}
QComboBox QLineEdit {{ border: none; padding: 0; background: transparent; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{
    width: 0; border: none;
}}
QLineEdit {{ lineedit-clear-button-icon: url("{clear}"); }}
QLineEdit:read-only {{ background: {window}; border-color: {line}; }}
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {{
    color: {muted}; background: {window}; border: 1px {off} {line};
}}

QComboBox {{
    background: {surface}; color: {text}; border: 1px solid {edge}; border-radius: 5px; padding: 4px 8px;
    min-height: 18px;
}}
QComboBox:disabled {{ color: {muted}; border: 1px {off} {line}; }}
QComboBox::drop-down {{ border: none; width: 22px; subcontrol-position: center right; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{
    background: {surface}; color: {text}; border: 1px solid {line}; outline: none; padding: 4px;
    selection-background-color: {selection}; selection-color: {text};
}}

QPushButton, QToolButton {{
    background: {surface}; color: {text}; border: 1px solid {line}; border-radius: 5px; padding: 4px 12px;
    min-height: 18px;
}}
QToolButton {{ padding: 4px 6px; }}
QPushButton:hover, QToolButton:hover {{ background: {selection}; border-color: {accent}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {accent}; }}
QPushButton:disabled, QToolButton:disabled {{
    color: {muted}; background: transparent; border: 1px {off} {line};
}}
QPushButton[kind="field"] {{ text-align: left; padding: 4px 24px 4px 10px; border-color: {edge}; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 500; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {text}; padding: 3px 11px; }}
QPushButton[kind="primary"]:disabled {{ background: {window}; color: {muted}; border: 1px {off} {line}; }}
QPushButton[kind="link"] {{
    background: transparent; color: {accent}; border: 1px solid transparent; padding: 1px 3px 1px 0; font-weight: 500;
    text-align: left; min-height: 16px; margin-left: -1px;
}}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border-color: {accent}; }}
QPushButton[kind="link"]:disabled {{ color: {muted}; }}
QPushButton[kind="small"] {{ color: {accent}; padding: 1px 8px; min-height: 16px; font-weight: 500; }}
QPushButton[kind="small"]:disabled {{ color: {muted}; }}
QPushButton[kind="quiet"] {{
    background: transparent; color: {muted}; border: 1px solid transparent; padding: 1px 3px; min-height: 16px;
}}
QPushButton[kind="quiet"]:hover {{ color: {bad}; text-decoration: underline; }}
QPushButton[kind="quiet"]:focus {{ color: {bad}; border-color: {bad}; }}
QPushButton[kind="chip"] {{
    background: transparent; color: {muted}; border: 1px solid {line}; border-radius: 11px; padding: 1px 9px;
    font-size: 12px;
}}
QPushButton[kind="chip"]:hover {{ border-color: {accent}; }}
QPushButton[kind="chip"]:focus {{ border-color: {accent}; color: {text}; }}
QPushButton[kind="chip"]:checked {{ color: {accent}; border-color: {accent}; }}
QPushButton[kind="chip"]:disabled {{ color: {muted}; border-style: {off}; }}
QPushButton[kind="ghost"], QToolButton[kind="ghost"] {{ background: transparent; border: 1px solid transparent; }}
QPushButton[kind="ghost"]:hover, QToolButton[kind="ghost"]:hover {{ background: {selection}; }}
QPushButton[kind="ghost"]:focus, QToolButton[kind="ghost"]:focus {{ border-color: {accent}; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton::menu-indicator {{
    image: url("{arrow}"); width: 14px; height: 14px; subcontrol-origin: padding; subcontrol-position: center right;
    right: 4px;
}}

QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: 15px; font-weight: 600; }}
QLabel[role="section"] {{ color: {muted}; font-size: 11px; font-weight: 600; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="small"] {{ color: {muted}; font-size: 12px; }}
QLabel[role="figure"] {{ font-size: 26px; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="warn"] {{ color: {warn}; }}
QLabel[role="chip"] {{
    color: {muted}; border: 1px solid {line}; border-radius: 4px; padding: 0 5px; font-size: 11.5px;
}}
QFrame[card="plain"] {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[card="accent"] {{ background: {surface}; border: 1px solid {accent}; border-radius: 8px; }}
QFrame[card]:focus {{ border: 2px solid {accent}; }}
QFrame[card="warn"] {{ background: {surface}; border: 1px solid {warn}; border-radius: 8px; }}

QListWidget[card="plain"], QListView[card="plain"] {{
    background: {surface}; border: 1px solid {line}; border-radius: 5px; outline: none; padding: 4px;
}}
QListWidget[card="plain"]::item {{ padding: 4px 6px; border-radius: 4px; color: {text}; }}
QListWidget[card="plain"]::item:selected {{ background: {selection}; color: {text}; }}
QListWidget[card="plain"]::item:disabled {{ color: {muted}; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:hover {{ background: {accent}; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: {surface}; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: {surface}; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QDialog QScrollArea QScrollBar:vertical {{ background: {window}; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{ width: 14px; height: 14px; }}
QCheckBox::indicator, QAbstractItemView::indicator {{
    background: {surface}; border: 1px solid {muted}; border-radius: 3px;
}}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
    background: {accent}; border-color: {accent}; image: url("{check}");
}}
QCheckBox::indicator:focus {{ border: 2px solid {accent}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {accent}; }}
QCheckBox::indicator:disabled, QAbstractItemView::indicator:disabled {{ border: 1px {off} {line}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {muted}; }}
QRadioButton::indicator {{ background: {surface}; border: 1px solid {muted}; border-radius: 8px; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; }}

QFrame#TopBar {{ background: {surface}; border: none; border-bottom: 1px solid {line}; }}
QFrame#Rail {{ background: {window}; border: none; border-right: 1px solid {line}; }}
QFrame#Rail QToolButton {{
    background: transparent; color: {muted}; border: none; border-left: 3px solid transparent; border-radius: 0;
    padding: 4px 3px 4px 0; font-size: 12px;
}}
QFrame#Rail QToolButton:hover {{ background: {selection}; color: {text}; }}
QFrame#Rail QToolButton:checked {{
    background: {surface}; color: {accent}; border-left: 3px solid {accent}; font-weight: 600;
}}
QFrame#Rail QToolButton:focus {{ color: {text}; border-left: 3px solid {text}; }}
QFrame#StatusLine {{ background: {window}; border: none; border-top: 1px solid {line}; }}
QFrame#Banner {{ background: {surface}; border: none; border-bottom: 2px solid {bad}; }}
QWidget#Surface {{ background: {surface}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; }}
QTabBar#Pages {{ background: transparent; border: none; }}
QTabBar#Pages::scroller {{ width: 40px; }}
QTabBar#Pages::tear {{ width: 0; border: none; }}
QTabBar#Pages QToolButton {{ background: {surface}; border: none; border-radius: 0; padding: 0; min-height: 0; }}
QTabBar#Pages QToolButton::left-arrow {{ image: url("{left}"); width: 14px; height: 14px; }}
QTabBar#Pages QToolButton::right-arrow {{ image: url("{right}"); width: 14px; height: 14px; }}
QTabBar#Pages::tab {{
    background: transparent; color: {muted}; border: none; border-bottom: 2px solid transparent;
    padding: 7px 10px 6px 10px;
}}
QTabBar#Pages::tab:first {{ margin-left: 6px; }}
QTabBar#Pages::tab:hover {{ color: {text}; }}
QTabBar#Pages::tab:selected {{ color: {accent}; border-bottom: 2px solid {accent}; font-weight: 600; }}
QTabBar#Pages::tab:selected:focus {{ background: {selection}; }}
QWidget#ClusterSide {{ background: {surface}; border-left: 1px solid {line}; }}
QProgressBar {{ background: {line}; border: none; border-radius: 3px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QFrame#ViewHeader {{ background: {surface}; border: none; border-bottom: 1px solid {line}; }}
"""
