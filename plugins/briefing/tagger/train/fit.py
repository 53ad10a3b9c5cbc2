"""Training: a teacher on what is marked, and a student on that and on what the teacher says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from random import Random
from time import monotonic

import torch
from torch import Tensor, nn
from torch.nn import functional

from .examples import IGNORED, Batch
from .network import Tagger
from .plans import Plan

_EVERY = 100  #: steps between two lines of the log
_HEAT = 2.0  #: the temperature at which a student sees its teacher's answers
_TAUGHT = 0.7  #: the weight of the teacher's answers; the rest is what is marked
_SMOOTH = 0.02
_MEAN_OVER = 0.2  #: the last part of the steps, over which weights are averaged
_MEAN_STEP = 10


Epoch = Callable[[Random], Sequence[Batch]]  #: what is seen in an epoch


def settle(threads: int, seed: int) -> None:
    """The same sums in the same order, run after run."""
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)


def fit(net: Tagger, epoch: Epoch, plan: Plan, teacher: Tagger | None = None) -> Tagger:
    """The network, trained; its weights are the mean over the last steps."""
    steps = len(epoch(Random(plan.seed))) * plan.epochs
    optimiser, schedule = _optimiser(net, plan, steps)
    mean, means = {name: torch.zeros_like(weights) for name, weights in net.state_dict().items()}, 0
    losses, begun = list[float](), monotonic()
    net.train()
    for step, batch in enumerate(islice(_endless(epoch, plan.seed), steps)):
        loss = _loss(net, batch, teacher)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad(set_to_none=True)
        losses.append(loss.item())
        if step >= steps * (1 - _MEAN_OVER) and step % _MEAN_STEP == 0:
            means += 1
            for name, weights in net.state_dict().items():
                mean[name] += (weights - mean[name]) / means
        if step % _EVERY == _EVERY - 1:
            print(f"step {step + 1} of {steps}: loss {sum(losses[-_EVERY:]) / _EVERY:.4f}, {monotonic() - begun:.0f} s", flush=True)
    if means:
        net.load_state_dict(mean)
    return net.eval()


def _endless(epoch: Epoch, seed: int) -> Iterator[Batch]:
    """Epoch after epoch; each sees the texts otherwise varied."""
    number = 0
    while True:
        yield from epoch(Random(seed * 1000 + number))
        number += 1


def _optimiser(net: Tagger, plan: Plan, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    """AdamW, warmed up over a fifteenth of the steps, then down to nothing on a straight line."""
    new = [weights for name, weights in net.named_parameters() if name.startswith(("head", "shapes"))]
    old = [weights for name, weights in net.named_parameters() if not name.startswith(("head", "shapes"))]
    groups = [{"params": old, "lr": plan.rate, "weight_decay": 0.01}, {"params": new, "lr": plan.head_rate, "weight_decay": 0.0}]
    optimiser = torch.optim.AdamW(groups, foreach=True)
    warm = max(1, steps // 15)
    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / warm) * max(0.02, 1 - s / steps))


def _loss(net: Tagger, batch: Batch, teacher: Tagger | None) -> Tensor:
    ids, shapes, mask, labels = (torch.from_numpy(part) for part in batch[:4])
    asked = (labels != IGNORED).view(-1)
    with torch.autocast("cpu", torch.bfloat16):
        scores = net(ids, shapes, mask)
    scores = scores.float().flatten(0, 1)[asked]
    trust = torch.from_numpy(batch.trust).view(-1)[asked]
    each = functional.cross_entropy(scores, labels.view(-1)[asked], reduction="none", label_smoothing=_SMOOTH)
    told = (each * trust).sum() / trust.sum().clamp_min(1.0)
    if teacher is None:
        return told
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        answers = teacher(ids, shapes, mask)
    answers = torch.softmax(answers.float().flatten(0, 1)[asked] / _HEAT, -1)
    taught = functional.kl_div(torch.log_softmax(scores / _HEAT, -1), answers, reduction="batchmean") * _HEAT**2
    return (1 - _TAUGHT) * told + _TAUGHT * taught
