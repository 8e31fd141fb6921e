package io.cupel.app.contracts;

/** Why a step in the life of a draft or a version is not taken. */
public enum Refusal {
    NOT_YOUR_ROLE("this step belongs to another role"),
    OTHER_CONTENT("the hash is not that of this version; read it again, then sign what you read"),
    SIDE_HAS_SIGNED("this side has signed already"),
    SAME_PERSON_FOR_BOTH("one person does not sign for both sides, unless cupel.contracts.one-person is set"),
    NOT_SIGNED("marketing and sales must both sign before a version is activated"),
    WITHDRAWN("the version was withdrawn; propose its draft again"),
    ACTIVATED_ALREADY("the version was activated already"),
    SUPERSEDED("another version took over; make a draft from this one and propose that"),
    IN_FORCE("a version in force is not withdrawn; activate another one"),
    IN_THE_PAST("a version is active from now or from a later instant on, for what was judged stands"),
    TOO_FAR_AHEAD("a version is activated at most a year ahead"),
    PROPOSED_ALREADY("the draft is proposed already, in these very words"),
    DRAFT_CLOSED("a version of the draft was activated; make a new draft from it"),
    FAULTS("the text has faults; POST it to /api/contracts/check to see them all");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** What stands in the way and what to do. */
    public String sentence() {
        return sentence;
    }
}
