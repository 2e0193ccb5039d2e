/** The human texts of codes, in Chinese and English. */
@NullMarked
package io.quanyi.text;

import org.jspecify.annotations.NullMarked;
