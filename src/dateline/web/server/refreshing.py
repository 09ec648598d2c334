"""Refreshing: after a judgement the record is linked and reckoned anew, beside the answers."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from dateline.errors import DatelineError
from dateline.intake import refresh
from dateline.pipeline import STAGES, Stages
from dateline.store import open_record

log = logging.getLogger(__name__)


class Refresher:
    """Brings a record up to date in a thread of its own; asked again meanwhile, it runs once more."""

    def __init__(self, path: Path, stages: Stages = STAGES, after: Callable[[], None] = lambda: None) -> None:
        """Begin with nothing asked.

        Args:
            path: the record's file.
            stages: the stages that reckon.
            after: what is done when the record is up to date again.
        """
        self._path = path
        self._stages = stages
        self._after = after
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._asked = False
        self.failed = ""

    @property
    def running(self) -> bool:
        """Whether what is shown lags behind a judgement."""
        thread = self._thread
        return thread is not None and thread.is_alive()

    def ask(self, wait: float) -> bool:
        """Begin a run; wait for its end for some seconds, and say whether it came."""
        with self._lock:
            self._asked = True
            if not self.running:
                self._thread = threading.Thread(target=self._run, daemon=True)
                self._thread.start()
            thread = self._thread
        if thread:
            thread.join(wait)
        return not self.running

    def _run(self) -> None:
        while self._take():
            try:
                with open_record(self._path) as record:
                    refresh(record, self._stages)
                self.failed = ""
                self._after()
            except DatelineError as error:
                self.failed = str(error)
                log.warning("the record could not be reckoned anew: %s", error)

    def _take(self) -> bool:
        with self._lock:
            asked, self._asked = self._asked, False
            if not asked:
                self._thread = None
            return asked
