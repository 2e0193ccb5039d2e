/** The texts for people in Chinese and English, and how dates and lists are written in each. */
@NullMarked
package io.quanyi.text;

import org.jspecify.annotations.NullMarked;
