"""What things cost.

The package itself is loaded first: it keeps numpy to one thread, which must be said before numpy is loaded.
"""

import dateline  # noqa: F401 - loaded for what the docstring says
