package io.cupel.contract;

import io.cupel.core.contract.SalesGate.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The checklists that contracts can name: what a rep asks, in the words of the methods' authors' own headings. */
final class Checklists {
    static final String BANT = "bant";
    static final String OWN = "own";

    private static final Map<String, List<Question>> BY_NAME = byName();

    private Checklists() {}

    static Map<String, List<Question>> byNames() {
        return BY_NAME;
    }

    private static Map<String, List<Question>> byName() {
        Map<String, List<Question>> lists = new LinkedHashMap<>();
        lists.put(
                BANT,
                questions(
                        "budget", "Is there money for this, or a way to get it?",
                        "authority", "Do we talk to somebody who can decide, or who brings us to them?",
                        "need", "Which problem do they want solved, and what does it cost them today?",
                        "timeline", "By when do they want it solved, and why by then?"));
        lists.put(
                "meddic",
                questions(
                        "metrics", "Which number will get better, and by how much?",
                        "economic-buyer", "Who releases the money, and have we spoken?",
                        "decision-criteria", "By what will they compare offers?",
                        "decision-process", "Who decides in which steps, until when?",
                        "identify-pain", "What hurts, and what happens if nothing is done?",
                        "champion", "Who inside wants us to win, and has the weight to help?"));
        lists.put(
                "gpctba-ci",
                questions(
                        "goals", "Which result do they have to reach this year?",
                        "plans", "What do they intend to do for it, and what have they tried?",
                        "challenges", "What stands in the way?",
                        "timeline", "When does it have to work, and what comes first?",
                        "budget", "What may a solution cost, and who pays for it?",
                        "authority", "Who else has a say, and how do they decide?",
                        "consequences", "What happens if the goal is missed?",
                        "implications", "What becomes possible if it is reached?"));
        return lists;
    }

    private static List<Question> questions(String... namesAndAsks) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < namesAndAsks.length; i += 2) {
            questions.add(new Question(namesAndAsks[i], namesAndAsks[i + 1], null));
        }
        return List.copyOf(questions);
    }
}
