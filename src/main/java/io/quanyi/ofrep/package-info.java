/** Answers as flags of OpenFeature, by its Remote Evaluation Protocol (OFREP). */
@NullMarked
package io.quanyi.ofrep;

import org.jspecify.annotations.NullMarked;
