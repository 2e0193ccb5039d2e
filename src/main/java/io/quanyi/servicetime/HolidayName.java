package io.quanyi.servicetime;

/** What a day off is called, in both languages. */
public record HolidayName(String chinese, String english) {

    /** The name in the language of the notices. */
    @Override
    public String toString() {
        return chinese;
    }
}
