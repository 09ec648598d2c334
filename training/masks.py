"""Dropout from a bank of masks: PyTorch's own costs a tenth of a step on a CPU."""

from typing import ClassVar

import torch
from torch import Tensor, nn

_BANK_SIZE = 1 << 24


class MaskDropout(nn.Module):
    """Multiplies by a random stretch of a mask drawn once."""

    _banks: ClassVar[dict[float, Tensor]] = {}

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, values: Tensor) -> Tensor:
        """Return the values, in training with some set to zero and the others scaled up."""
        if not self.training:
            return values
        return values * self._mask(values)

    def _mask(self, values: Tensor) -> Tensor:
        size = values.numel()
        bank = self._banks.get(self.rate)
        if bank is None or bank.numel() < 2 * size:
            kept = torch.rand(max(_BANK_SIZE, 2 * size)) >= self.rate
            bank = kept.to(torch.bfloat16) / (1 - self.rate)
            self._banks[self.rate] = bank
        start = int(torch.randint(bank.numel() - size, ()))
        return bank[start : start + size].view(values.shape).to(values.dtype)
