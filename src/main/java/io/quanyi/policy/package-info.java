/** The rule language: read into a model of our own, checked, assembled into knowledge bases, asked. The only package that knows Drools. */
@NullMarked
package io.quanyi.policy;

import org.jspecify.annotations.NullMarked;
