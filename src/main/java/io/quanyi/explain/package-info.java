/** Says why a request is answered as it is: what was known, which rules spoke and nearly spoke, what each part rests on, how clocks ran. */
@NullMarked
package io.quanyi.explain;

import org.jspecify.annotations.NullMarked;
