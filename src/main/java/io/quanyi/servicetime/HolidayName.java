package io.quanyi.servicetime;

/** The name of a day off in both languages. */
public record HolidayName(String chinese, String english) {

    /** The name in the language of the notices. */
    @Override
    public String toString() {
        return chinese;
    }
}
