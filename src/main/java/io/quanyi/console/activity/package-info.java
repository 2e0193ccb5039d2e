/** The screens that list activities: publications and work on drafts, each with the person who did it. */
@NullMarked
package io.quanyi.console.activity;

import org.jspecify.annotations.NullMarked;
