/** The sessions of people who have signed in to the console: signed cookies of limited life, of which the service keeps nothing. */
@NullMarked
package io.quanyi.console.session;

import org.jspecify.annotations.NullMarked;
