/** The console: the pages of the service for people in a browser. Here stands what all screens share; each screen has a package. */
@NullMarked
package io.quanyi.console;

import org.jspecify.annotations.NullMarked;
