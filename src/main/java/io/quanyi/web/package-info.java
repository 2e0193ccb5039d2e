/** The parts that all endpoints share: problems, the language of answers, the order of filters. */
@NullMarked
package io.quanyi.web;

import org.jspecify.annotations.NullMarked;
