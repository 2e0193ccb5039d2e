package io.quanyi.release.web;

import java.util.List;

/** The list of all served programmes. */
record ProgrammeList(List<ProgrammeEntry> programmes) {}
