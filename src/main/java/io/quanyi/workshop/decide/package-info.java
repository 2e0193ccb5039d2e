/** The command {@code decide}: a file of requests, decided row by row by one release. */
@NullMarked
package io.quanyi.workshop.decide;

import org.jspecify.annotations.NullMarked;
