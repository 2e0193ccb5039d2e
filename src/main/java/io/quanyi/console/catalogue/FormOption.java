package io.quanyi.console.catalogue;

/**
 * A choice that a field of a form offers.
 *
 * @param id the value that is sent
 * @param text the words for it
 * @param chosen whether it is chosen
 */
record FormOption(String id, String text, boolean chosen) {

    /** An option that is not chosen. */
    static FormOption of(String id, String text) {
        return new FormOption(id, text, false);
    }
}
