package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.List;

/** A job title as words in which the end of each clause is marked, and which speak of the person alone. */
final class TitleText {
    private static final Lexicon OTHERS = Lexicon.read("title-others.txt");

    /** What ends a clause of a title: "Founder | CEO", "VP, Sales", "Owner (part-time)". */
    private static final String CLAUSE_ENDS = ",;:/|()[]•·–—";

    private TitleText() {}

    /**
     * The words of a title without those that tell of somebody or something else: the chief in "Assistant to the CEO",
     * the company in "Analyst at Head Sports", the past in "former CFO".
     */
    static List<String> words(String title) {
        List<String> all = split(Words.fold(title));
        var own = new ArrayList<String>(all.size());
        int next = 0;
        for (Lexicon.Match match : OTHERS.scan(all)) {
            if (match.start() < next) {
                continue;
            }
            own.addAll(all.subList(next, match.start()));
            switch (match.label()) {
                case "place" -> next = own.isEmpty() ? match.start() : leave(all, match.start(), own);
                case "past" -> next = leave(all, match.start(), own);
                case "servant" -> {
                    own.addAll(List.of(Lexicon.STOP, "assistant", Lexicon.STOP));
                    next = all.size();
                }
                default -> throw new IllegalStateException("no such section: " + match.label());
            }
        }
        own.addAll(all.subList(next, all.size()));
        return own;
    }

    /** Ends the clause here; what is left of it is passed over. */
    private static int leave(List<String> all, int at, List<String> own) {
        own.add(Lexicon.STOP);
        int end = at;
        while (end < all.size() && !all.get(end).equals(Lexicon.STOP)) {
            end++;
        }
        return end;
    }

    private static List<String> split(String folded) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int at = 0; at <= folded.length(); at++) {
            if (at == folded.length() || endsClause(folded, at)) {
                words.addAll(Words.ofFolded(folded.substring(start, at).replace("@", " at ")));
                words.add(Lexicon.STOP);
                start = at + 1;
            }
        }
        return words;
    }

    private static boolean endsClause(String folded, int at) {
        char letter = folded.charAt(at);
        if (letter == '-') {
            return at > 0 && folded.charAt(at - 1) == ' ' && folded.startsWith(" ", at + 1);
        }
        return CLAUSE_ENDS.indexOf(letter) >= 0;
    }
}
