/** The answer to a question, as codes and values, and its words in both languages. */
@NullMarked
package io.quanyi.decision.answer;

import org.jspecify.annotations.NullMarked;
