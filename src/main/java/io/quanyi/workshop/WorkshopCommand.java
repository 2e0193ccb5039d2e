package io.quanyi.workshop;

import io.quanyi.source.Fault;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command over a folder of rules: how it is found, what is said, and what is said of faults, is the same for all. */
abstract class WorkshopCommand implements Callable<Integer> {

    @Mixin
    private RulesFolder rules = new RulesFolder();

    @Mixin
    private Voice voice = new Voice();

    RulesFolder rules() {
        return rules;
    }

    Voice voice() {
        return voice;
    }

    /** Says what could not be read or written. */
    void complain(IOException trouble) {
        voice.err().println(voice.text("trouble", FileTrouble.said(trouble, voice.language())));
    }

    /** Says that memory did not suffice. */
    void lackMemory() {
        voice.err().println(voice.text("memory"));
    }

    /** Says what is wrong with the rules. */
    void complain(List<Fault> faults) {
        new FaultPrinter(rules, voice).print(faults);
    }
}
