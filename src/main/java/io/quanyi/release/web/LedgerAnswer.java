package io.quanyi.release.web;

import io.quanyi.release.answer.LedgerLine;
import java.util.List;

/** The ledger of a programme, the first release first. */
record LedgerAnswer(String programme, List<LedgerLine> releases) {}
