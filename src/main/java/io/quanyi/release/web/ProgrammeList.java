package io.quanyi.release.web;

import java.util.List;

/** All programmes that are served. */
record ProgrammeList(List<ProgrammeEntry> programmes) {}
