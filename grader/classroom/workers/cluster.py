"""Workers of a Dask cluster, which may be on many machines. An optional extra."""

from __future__ import annotations

import logging
from concurrent.futures import Executor

PATIENCE = "10s"


class NoCluster(Exception):
    """Dask's workers are not to be had; the message says what to do."""


class Cluster:
    """A running cluster.

    Parameters
    ----------
    address : str
        Of its scheduler, such as "tcp://10.0.0.1:8786".

    Raises
    ------
    NoCluster
        If Dask is not installed here, or there is no scheduler with workers.
    """

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise NoCluster(
                "Dask is not installed here. Install it: pip install distributed, the same version "
                "as on the cluster."
            ) from None
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # we say it ourselves
        try:
            self.client = Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:  # of these is Dask's TimeoutError
            reason = str(error).split("\n")[0]
            raise NoCluster(
                f"There is no Dask scheduler at {address}: {reason}. Start one: "
                "dask scheduler; then on each machine: dask worker with its address."
            ) from None
        self.threads = sum(self.client.nthreads().values())
        if not self.threads:
            self.client.close()
            raise NoCluster(
                f"The Dask scheduler at {address} has no workers. Start some, on machines "
                f"with this course and its sandbox: dask worker {address}"
            )

    def executor(self) -> Executor:
        """Give the cluster as an executor. Dask itself gives a lost worker's jobs to another."""
        found: Executor = self.client.get_executor(pure=False)
        return found

    def leave(self) -> None:
        """Let the cluster go on without us."""
        self.client.close()
