package io.quanyi.policy.edit;

/**
 * A value as it is written: a text, a number, a truth, a variable, a time such as {@code workingHours(2)}, or an id.
 *
 * @param drl the value in DRL, a text with its quotes
 */
public record WrittenValue(TextRange span, String drl) implements WrittenPart {

    /** A new value. */
    public static WrittenValue of(String drl) {
        return new WrittenValue(TextRange.NONE, drl);
    }

    /** A new text, which must not have a quote in it. */
    public static WrittenValue text(String plain) {
        return of('"' + plain + '"');
    }

    @Override
    public String head() {
        return "";
    }

    /** Whether it stands for the value of a field. */
    public boolean isVariable() {
        return drl.startsWith("$");
    }

    /** Whether it is a text in quotes. */
    boolean isText() {
        return drl.startsWith("\"");
    }

    /** The value without quotes. */
    public String plain() {
        return isText() ? drl.substring(1, drl.length() - 1) : drl;
    }

    /** Whether it is a time, such as {@code immediate()}. */
    public boolean isTime() {
        return !isText() && drl.endsWith(")");
    }

    /** The word before the bracket of a time; otherwise empty. */
    public String factory() {
        return isTime() ? drl.substring(0, drl.indexOf('(')) : "";
    }

    /** The number in the bracket of a time; empty if there is none. */
    public String amount() {
        return isTime() ? drl.substring(drl.indexOf('(') + 1, drl.length() - 1) : "";
    }
}
