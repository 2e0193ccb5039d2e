/** Sign-in to the console by an API key or with the issuer of tokens, sign-out, and the roles that its pages need. */
@NullMarked
package io.quanyi.console.signin;

import org.jspecify.annotations.NullMarked;
