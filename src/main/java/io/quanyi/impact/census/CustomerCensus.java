package io.quanyi.impact.census;

import io.quanyi.decision.request.Subscription;
import io.quanyi.impact.Impact;
import io.quanyi.impact.SharedSentence;
import io.quanyi.impact.term.FurtherSentence;
import java.util.List;

/** Counts the customers to whom each sentence of an impact applies. Customers are added one at a time, so any number can be counted. */
public final class CustomerCensus {

    private final CustomerImpacts impacts;
    private final List<SharedSentence> sentences;
    private final List<FurtherSentence> further;
    private final long[] counts;
    private long all;
    private long touched;
    private long unplaced;

    /** Begins with no customers. */
    public CustomerCensus(Impact impact) {
        this.impacts = new CustomerImpacts(impact);
        this.sentences = impact.sharedSentences();
        this.further = impact.furtherSentences();
        this.counts = new long[sentences.size() + further.size()];
    }

    /** Counts one customer. */
    public void add(Subscription customer) {
        add(impacts.of(customer), 1);
    }

    /** Counts customers on whom the impact is the same. */
    public void add(CustomerImpact impact, long customers) {
        all += customers;
        unplaced += impact.isPlaced() ? 0 : customers;
        touched += impact.isChanged() ? customers : 0;
        impact.sentences().forEach(number -> counts[number] += customers);
    }

    /** The number of customers counted. */
    public long all() {
        return all;
    }

    /** The number of customers for whom some answer changes. */
    public long touched() {
        return touched;
    }

    /** The number of customers whose record a release refuses, so that no sentence can be matched. */
    public long unplaced() {
        return unplaced;
    }

    /** The number of customers to whom a sentence applies for at least one question. */
    public long customers(SharedSentence sentence) {
        return counts[sentences.indexOf(sentence)];
    }

    /** The number of customers of whom a further sentence speaks, and to whom some answer changes. */
    public long customers(FurtherSentence sentence) {
        return counts[sentences.size() + further.indexOf(sentence)];
    }
}
