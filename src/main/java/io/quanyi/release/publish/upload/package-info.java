/**
 * The reader of zip files that publishers upload. It accepts only files that every zip reader reads alike, within
 * bounds.
 */
@NullMarked
package io.quanyi.release.publish.upload;

import org.jspecify.annotations.NullMarked;
