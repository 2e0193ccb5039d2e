/** Changes of YAML files in place, which leave the characters of everything else as they are. */
@NullMarked
package io.quanyi.source.edit;

import org.jspecify.annotations.NullMarked;
