/** API keys, tokens and roles: how they are configured, checked and read off requests. */
@NullMarked
package io.quanyi.access.credentials;

import org.jspecify.annotations.NullMarked;
