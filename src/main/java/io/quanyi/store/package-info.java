/** Where rules are kept: packed into the service, in a folder, or in a git repository. A store knows files, and nothing of what they say. */
@NullMarked
package io.quanyi.store;

import org.jspecify.annotations.NullMarked;
