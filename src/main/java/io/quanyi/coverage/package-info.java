/** The coverage of a release by its cases: the items that cases cover, and the mutations of rules that cases detect. */
@NullMarked
package io.quanyi.coverage;

import org.jspecify.annotations.NullMarked;
