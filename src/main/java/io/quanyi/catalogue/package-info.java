/** What is sold: programmes, their products, plans, services, channels, windows and openings, and the clauses they rest on. */
@NullMarked
package io.quanyi.catalogue;

import org.jspecify.annotations.NullMarked;
