package io.cupel.files;

import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.evidence.Review.Verdict;
import io.cupel.core.evidence.Touch.Channel;
import io.cupel.core.evidence.Touch.Direction;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.util.HashMap;
import java.util.Map;

/** The words in which people and systems tell what sales did, compared by their letters and digits alone. */
final class SalesWords {
    private static final Map<String, Channel> CHANNELS = words(Map.of(
            Channel.CALL, "call calls phone phonecall telephone",
            Channel.EMAIL, "email emails mail salesemail sequenceemail loggedemail",
            Channel.MEETING, "meeting meetings demo visit appointment",
            Channel.MESSAGE, "message messages sms text textmessage chat whatsapp linkedin linkedinmessage inmail",
            Channel.UNKNOWN, "unknown other"));

    private static final Map<String, Direction> DIRECTIONS = words(Map.of(
            Direction.OUTBOUND, "outbound outgoing out sent",
            Direction.INBOUND, "inbound incoming in received"));

    private static final Map<String, Outcome> DECISIONS = words(Map.of(
            Outcome.ACCEPTED, "accepted accept sal salesaccepted",
            Outcome.REJECTED, "rejected reject declined",
            Outcome.SQL, "sql salesqualified salesqualifiedlead",
            Outcome.OPPORTUNITY, "opportunity opp",
            Outcome.WON, "won closedwon",
            Outcome.LOST, "lost closedlost",
            Outcome.NURTURE, "nurture recycled",
            Outcome.DISQUALIFIED, "disqualified unqualified"));

    private static final Map<String, Verdict> VERDICTS =
            words(Map.of(Verdict.RELEASE, "release released", Verdict.DISMISS, "dismiss dismissed"));

    private static final Map<String, Boolean> MERGINGS = words(Map.of(false, "merge merged", true, "undo undone"));

    private static final Map<String, Boolean> CLAIMS =
            words(Map.of(false, "undo undone deny denied", true, "restore restored"));

    /** The closed list of reasons to reject, and how else they are written. */
    private static final Map<String, String> REASONS = words(Map.of(
            "wrong fit", "wrongfit badfit nofit notafit poorfit outsideicp",
            "no need", "noneed notinterested nointerest",
            "no budget", "nobudget budget lackofbudget nomoney",
            "wrong timing", "wrongtiming badtiming timing notnow toosoon",
            "unreachable", "unreachable noresponse noanswer unresponsive notreached nocontact",
            "competitor / student / job seeker", "competitorstudentjobseeker competitor student jobseeker applicant",
            "duplicate", "duplicate duplicatelead dupe",
            "already customer", "alreadycustomer alreadyacustomer existingcustomer",
            "bad data", "baddata wrongdata invaliddata fakedata bademail wrongnumber invalidcontact"));

    private static final String OTHER = "other";

    private SalesWords() {}

    /** By which way; unknown where that is not told. */
    static Channel channel(String told) throws Refusal {
        return told.isEmpty() ? Channel.UNKNOWN : find(CHANNELS, told, Reason.CHANNEL);
    }

    /** Who reached whom: sales, where that is not told. */
    static Direction direction(String told) throws Refusal {
        return told.isEmpty() ? Direction.OUTBOUND : find(DIRECTIONS, told, Reason.DIRECTION);
    }

    static Outcome decision(String told) throws Refusal {
        return find(DECISIONS, told, Reason.DECISION);
    }

    /** What a person said to what waits in the review tray. */
    static Verdict verdict(String told) throws Refusal {
        return find(VERDICTS, told, Reason.REVIEW);
    }

    /** Whether a merge is taken back, not made. */
    static boolean isUndo(String told) throws Refusal {
        return find(MERGINGS, told, Reason.MERGING);
    }

    /** Whether what was said of a claim is taken back. */
    static boolean isRestore(String told) throws Refusal {
        return find(CLAIMS, told, Reason.CLAIM);
    }

    /**
     * Why, as the decision's kind wants it: a lead is turned away for a reason of the closed list or for {@code other:
     * words}; why a deal was lost is told in the source's words.
     */
    static String reason(Outcome decision, String told) {
        return switch (decision) {
            case REJECTED, NURTURE, DISQUALIFIED -> listed(told);
            case ACCEPTED, SQL, OPPORTUNITY, WON, LOST -> told;
        };
    }

    private static String listed(String told) {
        String normal = AttributeNames.normal(told);
        if (normal.isEmpty()) {
            return told.isEmpty() ? "" : OTHER + ": " + told;
        }
        String known = REASONS.get(normal);
        if (known != null) {
            return known;
        }
        int colon = told.indexOf(':');
        boolean isOther = AttributeNames.normal(colon < 0 ? told : told.substring(0, colon))
                .equals(OTHER);
        String words = (isOther ? told.substring(colon < 0 ? told.length() : colon + 1) : told).strip();
        return words.isEmpty() ? OTHER : OTHER + ": " + words;
    }

    private static <T> T find(Map<String, T> words, String told, Reason otherwise) throws Refusal {
        T found = words.get(AttributeNames.normal(told));
        if (found == null) {
            throw new Refusal(otherwise);
        }
        return found;
    }

    private static <T> Map<String, T> words(Map<T, String> written) {
        Map<String, T> words = new HashMap<>();
        written.forEach((meaning, synonyms) -> {
            for (String word : synonyms.split(" ", -1)) {
                words.put(word, meaning);
            }
        });
        return Map.copyOf(words);
    }
}
