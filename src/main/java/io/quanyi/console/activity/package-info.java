/** The screens that say who did what: publications, and work at drafts. */
@NullMarked
package io.quanyi.console.activity;

import org.jspecify.annotations.NullMarked;
