package io.quanyi.authzen;

/** The vocabulary of a programme that has one of its own, with the id of the programme. */
public record ProgrammeVocabulary(String programme, Vocabulary vocabulary) {}
