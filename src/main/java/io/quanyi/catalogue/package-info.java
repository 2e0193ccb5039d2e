/** Programmes and their catalogues: products, plans, services, channels, windows and openings, with clauses and readings. */
@NullMarked
package io.quanyi.catalogue;

import org.jspecify.annotations.NullMarked;
