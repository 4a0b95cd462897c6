"""What every test stands on: windows are drawn offscreen, unless somebody asks to see them."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything makes an application
